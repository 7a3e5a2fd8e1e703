package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** See faults of control units in when they start and speak, and of the vehicle's clock in what it stamps. */
final class UnitWitnesses {
    /** The vehicle tells of a log of some hundred kibibytes. */
    private static final Pattern FLOODED = Pattern.compile("\"logKibibytes\":\\s*\\d{3,}");

    private static final String TELEMATICS = "TCU";
    private static final long ON_THE_AIR = Nanos.SECOND;
    private static final long LOOP = 5 * Nanos.SECOND;

    private UnitWitnesses() {}

    static Witness of(EcuFault fault) {
        return switch (fault) {
            case EcuFault.EcuReset it ->
                PowerWitnesses.terminal(entry -> entry.is("ecu", it.ecu()) && !entry.flag("powered"));
            case EcuFault.EcuSlowBoot it -> silent(it.ecu(), it.millis() * Nanos.MILLISECOND / 2);
            case EcuFault.ClockWrong it -> ClockWitness.seeing().or(complained());
            case EcuFault.ClockDrift it -> ClockWitness.seeing();
            case EcuFault.ImageAltered it ->
                Witness.record(
                        Kind.UDS,
                        entry -> answers(entry, it.ecu()) && entry.text("pdu").matches("7101(0202|FF01)(?!00).*"));
            case EcuFault.NewSoftwareLoops it -> restarts(it.ecu());
            case EcuFault.NewSoftwareHangs it -> unheard(it.ecu());
            case EcuFault.JournalNewer it ->
                PowerWitnesses.terminal(entry -> entry.is("ecu", TELEMATICS) && !entry.flag("powered"))
                        .and(Witness.record(
                                Kind.HTTP, entry -> entry.text("path").endsWith("/mailbox?after=0")));
            case EcuFault.LogFlood it ->
                Witness.record(
                        Kind.HTTP,
                        entry -> entry.text("path").endsWith("/events")
                                && FLOODED.matcher(entry.text("request")).find());
            case EcuFault.KeysLocked it -> unheardOf();
            case EcuFault.StorageFull it ->
                Witness.record(
                        Kind.HTTP,
                        entry -> entry.text("path").endsWith("/events")
                                && entry.text("request").contains("storage-full"));
        };
    }

    /** While the fault lasted no exchange of the vehicle began, although it had something to tell. */
    private static Witness unheardOf() {
        return (history, injected) -> {
            int end = history.of(Kind.FAULT).stream()
                    .filter(entry -> entry.index() > injected.index()
                            && entry.is("state", "healed")
                            && entry.is("fault", injected.text("fault")))
                    .findFirst()
                    .map(Entry::index)
                    .orElse(Integer.MAX_VALUE);
            boolean silent = history.of(Kind.HTTP).stream()
                    .noneMatch(entry -> entry.is("leg", "vehicle")
                            && entry.index() < end
                            && entry.at() > injected.at() + ON_THE_AIR);
            return history.of(Kind.SCREEN).stream()
                    .filter(view -> silent && view.index() > injected.index() && view.index() < end)
                    .filter(view -> view.at() > injected.at() + ON_THE_AIR || view.is("view", "update.error"))
                    .findFirst()
                    .map(Sighting::of);
        };
    }

    /** The cloud complains of the vehicle's clock. */
    private static Witness complained() {
        return Witness.record(
                Kind.HTTP,
                entry -> entry.is("leg", "vehicle") && entry.text("response").contains("clock-skew"));
    }

    /** After a start the control unit was asked, and said nothing for nearly as long. */
    private static Witness silent(String ecu, long least) {
        return (history, injected) -> history.of(Kind.BOOT).stream()
                .filter(boot -> boot.index() > injected.index() && boot.is("ecu", ecu))
                .filter(boot -> history.of(Kind.UDS).stream()
                        .anyMatch(entry ->
                                entry.is("ecu", ecu) && entry.is("direction", "request") && within(entry, boot, least)))
                .filter(boot -> history.of(Kind.UDS).stream()
                        .noneMatch(entry -> answers(entry, ecu) && within(entry, boot, least)))
                .filter(boot -> boot.at() + least < last(history.entries()))
                .findFirst()
                .map(Sighting::of);
    }

    /** The control unit started new software, and soon started again. */
    private static Witness restarts(String ecu) {
        return (history, injected) -> starts(history, injected, ecu)
                .filter(boot -> nextStart(history, boot)
                        .filter(next -> next.at() < boot.at() + LOOP)
                        .isPresent())
                .findFirst()
                .map(Sighting::of);
    }

    /** The control unit started new software, and until its next start was asked and said nothing. */
    private static Witness unheard(String ecu) {
        return (history, injected) -> starts(history, injected, ecu)
                .filter(boot -> {
                    int end = nextStart(history, boot).map(Entry::index).orElse(Integer.MAX_VALUE);
                    List<Entry> said = history.of(Kind.UDS).stream()
                            .filter(entry ->
                                    entry.is("ecu", ecu) && entry.index() > boot.index() && entry.index() < end)
                            .toList();
                    return !said.isEmpty() && said.stream().noneMatch(entry -> entry.is("direction", "response"));
                })
                .findFirst()
                .map(Sighting::of);
    }

    private static Stream<Entry> starts(History history, Entry injected, String ecu) {
        return history.of(Kind.BOOT).stream()
                .filter(boot -> boot.index() > injected.index() && boot.is("ecu", ecu))
                .filter(boot -> isNew(history, injected, boot));
    }

    private static Optional<Entry> nextStart(History history, Entry boot) {
        return history.of(Kind.BOOT).stream()
                .filter(next -> next.index() > boot.index() && next.is("ecu", boot.text("ecu")))
                .findFirst();
    }

    /** Whether it is a start of software that did not run when the fault was injected. */
    private static boolean isNew(History history, Entry injected, Entry boot) {
        return boot.is("from", "application")
                && history.of(Kind.BOOT).stream()
                        .filter(before -> before.index() < injected.index() && before.is("ecu", boot.text("ecu")))
                        .noneMatch(before -> before.is("sha256", boot.text("sha256")));
    }

    private static boolean answers(Entry entry, String ecu) {
        return entry.is("ecu", ecu) && entry.is("direction", "response");
    }

    private static boolean within(Entry entry, Entry boot, long nanos) {
        return entry.at() > boot.at() && entry.at() < boot.at() + nanos;
    }

    private static long last(List<Entry> entries) {
        return entries.getLast().at();
    }
}

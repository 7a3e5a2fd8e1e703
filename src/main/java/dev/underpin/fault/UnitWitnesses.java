package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;

/** See faults of control units in when they start and speak, and of the vehicle's clock in what it stamps. */
final class UnitWitnesses {
    private UnitWitnesses() {}

    static Witness of(EcuFault fault) {
        return switch (fault) {
            case EcuFault.EcuReset it ->
                PowerWitnesses.terminal(entry -> entry.is("ecu", it.ecu()) && !entry.flag("powered"));
            case EcuFault.EcuSlowBoot it -> silent(it);
            case EcuFault.ClockWrong it -> ClockWitness.seeing().or(complained());
            case EcuFault.ClockDrift it -> ClockWitness.seeing();
            case EcuFault.StorageFull it ->
                Witness.record(
                        Kind.HTTP,
                        entry -> entry.text("path").endsWith("/events")
                                && entry.text("request").contains("storage-full"));
        };
    }

    /** The cloud complains of the vehicle's clock. */
    private static Witness complained() {
        return Witness.record(
                Kind.HTTP,
                entry -> entry.is("leg", "vehicle") && entry.text("response").contains("clock-skew"));
    }

    /** After a start the control unit was asked, and said nothing for nearly as long. */
    private static Witness silent(EcuFault.EcuSlowBoot fault) {
        long least = fault.millis() * Nanos.MILLISECOND / 2;
        return (history, injected) -> history.of(Kind.BOOT).stream()
                .filter(boot -> boot.index() > injected.index() && boot.is("ecu", fault.ecu()))
                .filter(boot -> history.of(Kind.UDS).stream()
                        .anyMatch(entry -> entry.is("ecu", fault.ecu())
                                && entry.is("direction", "request")
                                && within(entry, boot, least)))
                .filter(boot -> history.of(Kind.UDS).stream()
                        .noneMatch(entry -> answers(entry, fault.ecu()) && within(entry, boot, least)))
                .filter(boot -> boot.at() + least < last(history.entries()))
                .findFirst()
                .map(Sighting::of);
    }

    private static boolean answers(Entry entry, String ecu) {
        return entry.is("ecu", ecu) && entry.is("direction", "response");
    }

    private static boolean within(Entry entry, Entry boot, long nanos) {
        return entry.at() > boot.at() && entry.at() < boot.at() + nanos;
    }

    private static long last(java.util.List<Entry> entries) {
        return entries.getLast().at();
    }
}

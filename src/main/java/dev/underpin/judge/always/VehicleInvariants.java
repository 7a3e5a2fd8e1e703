package dev.underpin.judge.always;

import dev.underpin.fault.FaultKind;
import dev.underpin.fault.Seam;
import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Attempt;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import dev.underpin.time.Nanos;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds of the vehicle whatever happens to it: one software in each control unit, lamps and ends with a cause, enough energy. */
public final class VehicleInvariants {
    private static final Set<Seam> IMPERSONATING = Set.of(Seam.TRANSPORT, Seam.UDS);
    private static final Set<String> ENDS = Set.of("resolved", "appointment", "follow-up", "aborted");
    private static final String VERSION = "62F195";
    private static final long SETTLED = 15 * Nanos.SECOND;
    private static final long KNOWN = 5 * Nanos.SECOND;
    private static final double LEAST_CHARGE = 30;
    private static final double LEAST_VOLTS = 11.8;

    private VehicleInvariants() {}

    /** All of them; a finding NotRun says that one does not apply to a scenario. */
    public static List<Promise> all() {
        return List.of(
                new Promise(
                        "one-version", "a control unit says the version that it runs", VehicleInvariants::oneVersion),
                new Promise(
                        "bootable",
                        "after an installation every control unit runs an application, or the user is told not to drive",
                        VehicleInvariants::bootable),
                new Promise("lamp-cause", "no warning light without a cause", VehicleInvariants::caused),
                new Promise(
                        "budget",
                        "nothing is erased without enough charge or a charger, and enough voltage",
                        VehicleInvariants::budget),
                new Promise(
                        "named-end", "what ends without success ends with a name for it", VehicleInvariants::named));
    }

    private static Finding oneVersion(History history) {
        Facts facts = new Facts(history);
        Set<String> impersonated = impersonated(history);
        List<Entry> told = Uds.response(VERSION).all(facts).stream()
                .filter(it -> !impersonated.contains(it.text("ecu")))
                .toList();
        for (Entry version : told) {
            Optional<Entry> boot = Vehicle.boot(version.text("ecu")).lastBefore(facts, version.index());
            if (boot.isPresent() && !boot.get().is("version", Uds.ascii(version))) {
                return Finding.fail(
                        "%s runs version %s and says %s"
                                .formatted(version.text("ecu"), boot.get().text("version"), Uds.ascii(version)),
                        boot.get(),
                        version);
            }
        }
        return told.isEmpty()
                ? Finding.notRun("no control unit told its version")
                : Finding.pass("told as it runs", told.getLast());
    }

    private static Set<String> impersonated(History history) {
        return history.of(Kind.FAULT).stream()
                .filter(entry -> FaultKind.named(entry.text("fault"))
                        .filter(kind -> IMPERSONATING.contains(kind.seam()))
                        .isPresent())
                .map(entry -> entry.text("target").split(" ")[0])
                .collect(Collectors.toSet());
    }

    private static Finding bootable(History history) {
        Facts facts = new Facts(history);
        List<Attempt> attempts = Attempt.all(facts);
        Optional<Entry> end =
                attempts.isEmpty() ? Optional.empty() : attempts.getLast().end();
        if (end.isEmpty()) {
            return Finding.notRun("no installation has ended");
        }
        Map<String, Entry> last = new HashMap<>();
        facts.all(Kind.BOOT, any -> true).forEach(boot -> last.put(boot.text("ecu"), boot));
        Optional<Entry> stuck =
                last.values().stream().filter(boot -> !Vehicle.runs(boot)).findFirst();
        if (stuck.isEmpty() || Attempt.warnedNotToDrive(facts)) {
            return Finding.pass("every control unit runs an application, or the user knows", end.get());
        }
        String words = "%s runs no application and nobody is told"
                .formatted(stuck.get().text("ecu"));
        return facts.now() > end.get().at() + SETTLED
                ? Finding.fail(words, stuck.get(), end.get())
                : Finding.open("an end of: " + words, stuck.get());
    }

    /** A cause: a fault, an installation, or a circumstance that somebody set. */
    private static Finding caused(History history) {
        Facts facts = new Facts(history);
        Sign cause = Sign.of("a fault", Kind.FAULT, it -> it.is("state", "injected"))
                .or(Sign.of(
                        "a low battery", Kind.ACTION, it -> it.text("action").endsWith("-charge")));
        List<Entry> warnings = Screens.warning().all(facts);
        return warnings.stream()
                .filter(lamp -> cause.lastBefore(facts, lamp.index()).isEmpty())
                .findFirst()
                .map(lamp -> Finding.fail("the lamp %s warns of nothing".formatted(lamp.text("lamp")), lamp))
                .orElseGet(() -> warnings.isEmpty()
                        ? Finding.notRun("no lamp warned")
                        : Finding.pass("every warning had a cause", warnings.getLast()));
    }

    private static Finding budget(History history) {
        Facts facts = new Facts(history);
        List<Attempt> attempts = Attempt.all(facts);
        for (Attempt attempt : attempts) {
            Entry begin = attempt.begin();
            List<Entry> states = facts.between(attempt.after(), begin.index(), Kind.VEHICLE, any -> true).stream()
                    .filter(state -> state.at() > begin.at() - KNOWN)
                    .toList();
            if (!states.isEmpty() && states.stream().noneMatch(VehicleInvariants::enough)) {
                return Finding.fail(
                        "erased although charge or voltage had been too low for %s".formatted(Words.span(KNOWN)),
                        states.getLast(),
                        begin);
            }
        }
        return attempts.isEmpty()
                ? Finding.notRun("nothing was erased")
                : Finding.pass(
                        "enough energy before each erase", attempts.getLast().begin());
    }

    private static boolean enough(Entry state) {
        boolean charge = state.flag("charging") || state.number("soc").orElse(100.0) >= LEAST_CHARGE;
        return charge && state.number("volts12").orElse(LEAST_VOLTS) >= LEAST_VOLTS;
    }

    private static Finding named(History history) {
        Facts facts = new Facts(history);
        List<Entry> errors = Screens.view("update.error", Screens.INFOTAINMENT).all(facts);
        Optional<Entry> nameless =
                errors.stream().filter(view -> view.text("reason").isEmpty()).findFirst();
        if (nameless.isPresent()) {
            return Finding.fail("an update ended without a reason", nameless.get());
        }
        List<Session> ended = Session.all(facts).stream()
                .filter(session -> session.ended().isPresent())
                .toList();
        Optional<Session> unnamed = ended.stream()
                .filter(session -> !ENDS.contains(session.outcome()))
                .findFirst();
        if (unnamed.isPresent()) {
            return Finding.fail(
                    "a session ended as '%s'".formatted(unnamed.get().outcome()),
                    unnamed.get().ended().orElseThrow());
        }
        return errors.isEmpty() && ended.isEmpty()
                ? Finding.notRun("nothing ended without success")
                : Finding.pass("every end had its name");
    }
}

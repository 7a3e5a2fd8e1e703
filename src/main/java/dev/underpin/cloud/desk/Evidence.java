package dev.underpin.cloud.desk;

import dev.underpin.cloud.desk.Command.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Looks for the evidence that a fault is gone, and names what is missing. */
final class Evidence {
    private final DiagnosticSession session;
    private final Duration settle;
    private final List<String> missing = new ArrayList<>();

    Evidence(DiagnosticSession session, Duration settle) {
        this.session = session;
        this.settle = settle;
    }

    List<String> missing() {
        Optional<Assessment> assessment = session.assessment();
        if (assessment.isEmpty()) {
            missing.add("a read-out of the vehicle");
        } else if (assessment.get().faulty()) {
            checkFault(assessment.get());
        }
        return missing;
    }

    private void checkFault(Assessment fault) {
        Optional<Result> cleared = last(command -> command.kind().equals("clear"), Result::passed);
        long since = cleared.map(Result::order).orElse(0L);
        Optional<Result> proof =
                last(command -> tests(command, fault), result -> result.passed() && result.order() > since);
        if (proof.isEmpty()) {
            missing.add("a retest or routine on " + fault.rootEcu() + " that passed"
                    + (cleared.isPresent() ? " after the last clear" : ""));
            return;
        }
        Instant settled = cleared.map(result -> result.received().plus(settle)).orElse(Instant.MIN);
        witnesses(fault).forEach(ecu -> checkReading(ecu, proof.get().order(), settled));
        checkCodes(fault);
        checkLamps(fault, proof.get().order());
    }

    private static boolean tests(Command command, Assessment fault) {
        boolean test = command.kind().equals("retest") || command.kind().equals("routine");
        boolean sameCode = !fault.rootDtc().isEmpty() && command.dtc().equals(fault.rootDtc());
        return test && (sameCode || command.ecu().equals(fault.rootEcu()));
    }

    private Set<String> witnesses(Assessment fault) {
        Set<String> ecus = new LinkedHashSet<>(Set.of(fault.rootEcu()));
        fault.cascade().stream()
                .filter(dtc -> dtc.code().equals(fault.rootDtc()))
                .forEach(dtc -> ecus.add(dtc.ecu()));
        return ecus;
    }

    private void checkReading(String ecu, long after, Instant settled) {
        boolean fresh = session.observations()
                .ecu(ecu)
                .filter(reading -> reading.answered()
                        && reading.order() > after
                        && !reading.at().isBefore(settled))
                .isPresent();
        if (!fresh) {
            missing.add("a fresh read-out of " + ecu + " after the test"
                    + (settled.equals(Instant.MIN) ? "" : ", at least " + settle.toSeconds() + " s after the clear"));
        }
    }

    private void checkCodes(Assessment fault) {
        List<String> codes = fault.cascade().stream().map(Dtc::code).toList();
        session.observations().active().stream()
                .filter(dtc -> codes.contains(dtc.code()))
                .forEach(dtc -> missing.add("code " + dtc.code() + " no longer reported by " + dtc.ecu()));
    }

    private void checkLamps(Assessment fault, long after) {
        List<String> lit = session.observations()
                .lamps()
                .filter(lamps -> lamps.order() > after)
                .map(Observations.LampReading::lit)
                .orElse(List.copyOf(fault.lamps()));
        fault.lamps().stream().filter(lit::contains).forEach(lamp -> missing.add("lamp " + lamp + " seen off"));
    }

    private Optional<Result> last(Predicate<Command> which, Predicate<Result> good) {
        return session.commands().stream()
                .filter(which)
                .flatMap(command -> command.result().stream())
                .filter(good)
                .max(Comparator.comparingLong(Result::order));
    }
}

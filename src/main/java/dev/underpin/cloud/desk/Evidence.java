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
        Optional<Command> cleared = last(command -> command.kind().equals("clear"), result -> true);
        long since = cleared.map(Evidence::order).orElse(0L);
        Optional<Command> proof = last(command -> tests(command, fault), result -> result.order() > since);
        if (proof.isEmpty()) {
            missing.add("a retest or routine on " + fault.rootEcu() + " that passed"
                    + (cleared.isPresent() ? " after the last clear" : ""));
            return;
        }
        Instant settled = cleared.flatMap(Command::result)
                .map(result -> result.received().plus(settle))
                .orElse(Instant.MIN);
        checkReading(proof.get().ecu(), order(proof.get()), settled);
        witnesses(fault).forEach(ecu -> checkReading(ecu, session.faultyOrder() + 1, Instant.MIN));
        checkCodes(fault);
        checkLamps(fault, order(proof.get()));
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

    private void checkReading(String ecu, long from, Instant settled) {
        boolean fresh = session.observations()
                .ecu(ecu)
                .filter(reading -> reading.answered()
                        && reading.order() >= from
                        && !reading.at().isBefore(settled))
                .isPresent();
        if (!fresh) {
            missing.add("a fresh read-out of " + ecu
                    + (settled.equals(Instant.MIN) ? "" : ", at least " + settle.toSeconds() + " s after the clear"));
        }
    }

    private void checkCodes(Assessment fault) {
        List<String> codes = fault.cascade().stream().map(Dtc::code).toList();
        session.observations().active().stream()
                .filter(dtc -> codes.contains(dtc.code()))
                .forEach(dtc -> missing.add("code " + dtc.code() + " no longer reported by " + dtc.ecu()));
    }

    private void checkLamps(Assessment fault, long from) {
        List<String> lit = session.observations()
                .lamps()
                .filter(lamps -> lamps.order() >= from)
                .map(Observations.LampReading::lit)
                .orElse(List.copyOf(fault.lamps()));
        fault.lamps().stream().filter(lit::contains).forEach(lamp -> missing.add("lamp " + lamp + " seen off"));
    }

    private Optional<Command> last(Predicate<Command> which, Predicate<Result> good) {
        return session.commands().stream()
                .filter(which)
                .filter(command ->
                        command.result().filter(Result::passed).filter(good).isPresent())
                .max(Comparator.comparingLong(Evidence::order));
    }

    private static long order(Command command) {
        return command.result().map(Result::order).orElse(0L);
    }
}

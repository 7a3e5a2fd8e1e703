package dev.underpin.campaign;

import dev.underpin.fault.Fault;
import dev.underpin.fault.FaultKind;
import dev.underpin.fault.FaultPlan;
import dev.underpin.fault.PlannedFault;
import dev.underpin.fault.Trigger;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simpler forms of a planned fault: a moment that is easier to say, a shorter time, a rounder number. */
final class Simpler {
    private static final long SHORTEST = 10 * Nanos.MILLISECOND;

    private Simpler() {}

    /** Each of them once, the simplest first. */
    static List<PlannedFault> than(PlannedFault planned) {
        List<PlannedFault> simpler = new ArrayList<>();
        moments(planned.when())
                .forEach(when ->
                        simpler.add(new PlannedFault(planned.fault(), when, planned.lasting(), planned.chance())));
        long half = planned.lasting() / 2 / Nanos.MILLISECOND * Nanos.MILLISECOND;
        if (half >= SHORTEST) {
            simpler.add(new PlannedFault(planned.fault(), planned.when(), half, planned.chance()));
        }
        faults(planned.fault())
                .forEach(fault ->
                        simpler.add(new PlannedFault(fault, planned.when(), planned.lasting(), planned.chance())));
        return simpler;
    }

    private static List<Trigger> moments(Trigger when) {
        return switch (when) {
            case Trigger.Begin now -> List.of();
            case Trigger.At at ->
                rounder(at.after()).stream()
                        .map(after -> (Trigger) new Trigger.At(after))
                        .toList();
            case Trigger.AtPhase it ->
                rounder(it.after()).stream()
                        .map(after -> (Trigger) new Trigger.AtPhase(it.phase(), it.ecu(), it.occurrence(), after))
                        .toList();
            case Trigger.OnRecord it ->
                rounder(it.after()).stream()
                        .map(after -> (Trigger) new Trigger.OnRecord(it.kind(), it.where(), it.occurrence(), after))
                        .toList();
        };
    }

    /** None, whole seconds, tenths: what is rounder than {@code nanos}. */
    private static List<Long> rounder(long nanos) {
        List<Long> rounder = new ArrayList<>();
        for (long unit : new long[] {Long.MAX_VALUE, Nanos.SECOND, 100 * Nanos.MILLISECOND}) {
            long round = nanos / unit * unit;
            if (round != nanos && !rounder.contains(round)) {
                rounder.add(round);
            }
        }
        return rounder;
    }

    /** Whole numbers halved, one at a time, where the kind takes it. */
    private static List<Fault> faults(Fault fault) {
        FaultKind kind = FaultKind.of(fault);
        List<Fault> simpler = new ArrayList<>();
        kind.values(fault).forEach((name, value) -> {
            if (value instanceof Integer number && number > 1) {
                Map<String, Object> values = new LinkedHashMap<>(kind.values(fault));
                values.put(name, number / 2);
                taken(kind, values).ifPresent(simpler::add);
            }
        });
        return simpler;
    }

    /** The fault with these values, if a plan file may say so. */
    private static Optional<Fault> taken(FaultKind kind, Map<String, Object> values) {
        try {
            PlannedFault planned = PlannedFault.of(kind.fault(values), new Trigger.Begin(), PlannedFault.UNTIL_THE_END);
            String yaml = new FaultPlan("simpler", List.of(planned)).yaml();
            return Optional.of(
                    FaultPlan.parse("simpler", yaml).faults().getFirst().fault());
        } catch (IllegalArgumentException | UserMistake tooSimple) {
            return Optional.empty();
        }
    }
}

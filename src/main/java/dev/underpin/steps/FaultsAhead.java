package dev.underpin.steps;

import dev.underpin.fault.Fault;
import dev.underpin.fault.PlannedFault;
import dev.underpin.rig.port.Bench;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults that the steps of a scenario will inject: those of its plans, and those of {@link FaultSteps}, played where nothing happens. */
public final class FaultsAhead {
    private static final String STEPS = FaultSteps.class.getName() + ".";
    private static final String PLAN = PlanSteps.class.getName() + ".plan(";

    private FaultsAhead() {}

    /** In the order of the steps. */
    public static List<Fault> of(List<StepAhead> steps) {
        return steps.stream().flatMap(FaultsAhead::of).toList();
    }

    private static Stream<Fault> of(StepAhead step) {
        if (step.method().startsWith(PLAN)) {
            return PlanSteps.read(step.table()).faults().stream().map(PlannedFault::fault);
        }
        return Arrays.stream(FaultSteps.class.getDeclaredMethods())
                .filter(method -> place(method).equals(step.method()))
                .flatMap(method -> played(method, step.arguments()));
    }

    private static String place(Method method) {
        return STEPS
                + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getName)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static Stream<Fault> played(Method method, List<String> arguments) {
        Paper paper = new Paper(new ArrayList<>());
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(method.getParameterTypes()[i], arguments.get(i));
        }
        try {
            method.invoke(new FaultSteps(paper), values);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("%s cannot be played with %s".formatted(place(method), arguments), broken);
        }
        return paper.injected().stream();
    }

    private static Object value(Class<?> type, String text) {
        return type == int.class ? Integer.valueOf(text) : text.replaceAll("^\"|\"$", "");
    }

    /** A stage on which faults are written down and no time passes. */
    private record Paper(List<Fault> injected) implements FaultStage {
        @Override
        public void inject(Fault fault) {
            injected.add(fault);
        }

        @Override
        public void heal(Fault fault) {}

        @Override
        public void pass(long nanos) {}

        @Override
        public void await(String what, long within, Predicate<Bench> seen) {}
    }
}

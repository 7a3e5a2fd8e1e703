package dev.underpin.vehicle.ecu;

import dev.underpin.vehicle.ecu.table.DidAccess;
import dev.underpin.vehicle.ecu.table.DidSpec;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.RoutineSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What an application has bound to the names of the table. */
final class BoundValues implements Bindings {
    private final EcuSpec spec;
    private final Map<String, Supplier<?>> readers = new LinkedHashMap<>();
    private final Map<String, DoubleConsumer> writers = new LinkedHashMap<>();
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final Map<String, RoutineTask> routines = new LinkedHashMap<>();
    private Supplier<Map<String, Object>> surroundings = Map::of;

    BoundValues(EcuSpec spec) {
        this.spec = spec;
    }

    Supplier<?> reader(String did) {
        return bound(readers, did);
    }

    DoubleConsumer writer(String did) {
        return bound(writers, did);
    }

    Control control(String did) {
        return bound(controls, did);
    }

    RoutineTask task(String routine) {
        return bound(routines, routine);
    }

    Map<String, Object> surroundings() {
        return surroundings.get();
    }

    @Override
    public void number(String did, DoubleSupplier value) {
        read(
                did,
                spec -> !spec.isRow()
                        && spec.type().isNumeric()
                        && spec.labels().isEmpty(),
                value::getAsDouble);
    }

    @Override
    public void text(String did, Supplier<String> value) {
        read(did, DidSpec::isText, value);
    }

    @Override
    public void numbers(String did, Supplier<double[]> values) {
        read(did, DidSpec::isRow, values);
    }

    @Override
    public void written(String did, DoubleConsumer value) {
        bind(writers, did, declared(did).access().contains(DidAccess.WRITE), value);
    }

    @Override
    public void controlled(String did, DoubleConsumer adjust, Runnable release) {
        boolean declared = declared(did).access().contains(DidAccess.CONTROL);
        Control control = new Control((parameter, value) -> adjust.accept(value), parameter -> release.run());
        bind(controls, did, declared && !declared(did).isRow(), control);
    }

    @Override
    public void controlledRow(String did, ElementConsumer adjust, IntConsumer release) {
        boolean declared = declared(did).access().contains(DidAccess.CONTROL);
        bind(controls, did, declared && declared(did).isRow(), new Control(adjust, release));
    }

    @Override
    public void routine(String name, RoutineTask task) {
        boolean declared =
                spec.routines().stream().anyMatch(routine -> routine.name().equals(name));
        bind(routines, name, declared, task);
    }

    @Override
    public void snapshot(Supplier<Map<String, Object>> values) {
        surroundings = values;
    }

    /**
     * Holds if every name that the table declares is bound, but for the readers of {@code builtIn}.
     *
     * @throws IllegalArgumentException naming what is missing
     */
    void requireComplete(Predicate<DidSpec> builtIn) {
        TreeSet<String> missing = new TreeSet<>();
        List<DidSpec> own = spec.dids().stream().filter(builtIn.negate()).toList();
        own.stream()
                .map(DidSpec::name)
                .filter(name -> !readers.containsKey(name))
                .forEach(missing::add);
        own.stream()
                .filter(did -> did.access().contains(DidAccess.WRITE))
                .map(DidSpec::name)
                .filter(name -> !writers.containsKey(name))
                .forEach(name -> missing.add(name + " (written)"));
        own.stream()
                .filter(did -> did.access().contains(DidAccess.CONTROL))
                .map(DidSpec::name)
                .filter(name -> !controls.containsKey(name))
                .forEach(name -> missing.add(name + " (controlled)"));
        spec.routines().stream()
                .map(RoutineSpec::name)
                .filter(name -> !routines.containsKey(name))
                .forEach(name -> missing.add(name + " (routine)"));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "the application of %s leaves unbound what the table declares: %s".formatted(spec.name(), missing));
        }
    }

    private void read(String did, Predicate<DidSpec> fits, Supplier<?> value) {
        bind(readers, did, fits.test(declared(did)), value);
    }

    private DidSpec declared(String did) {
        return spec.did(did)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the table gives %s no identifier called %s".formatted(spec.name(), did)));
    }

    private <T> void bind(Map<String, T> names, String name, boolean declared, T value) {
        if (!declared) {
            throw new IllegalArgumentException(
                    "the table gives %s no %s that could be bound so".formatted(spec.name(), name));
        }
        if (names.put(name, value) != null) {
            throw new IllegalArgumentException("%s of %s is bound twice".formatted(name, spec.name()));
        }
    }

    private <T> T bound(Map<String, T> names, String name) {
        T value = names.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing is bound to %s of %s".formatted(name, spec.name()));
        }
        return value;
    }

    /** What a tester's control does. */
    record Control(ElementConsumer adjust, IntConsumer release) {}
}

package dev.underpin.steps;

import dev.underpin.fault.Injector;
import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.Driver;
import dev.underpin.rig.port.Health;
import dev.underpin.rig.port.Manufacturer;
import dev.underpin.rig.port.Surroundings;
import dev.underpin.rig.port.Technician;
import dev.underpin.rig.port.Workshop;
import dev.underpin.time.Await;
import dev.underpin.time.Calendar;
import java.util.Set;

/**
 * A bench that writes into its history what the steps set around the car and at the manufacturer: the circumstances that checkers
 * compare the system's answers with. The same on every tier.
 */
public final class RecordedBench implements Bench {
    private final Bench bench;

    /** Writes down what is set on {@code bench}, and closes it. */
    public RecordedBench(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Driver driver() {
        return bench.driver();
    }

    @Override
    public Technician technician() {
        return bench.technician();
    }

    @Override
    public Surroundings surroundings() {
        return new RecordedSurroundings(bench.surroundings(), this::write);
    }

    @Override
    public Manufacturer manufacturer() {
        return new RecordedManufacturer(bench.manufacturer(), this::write);
    }

    @Override
    public Workshop workshop() {
        return new RecordedWorkshop(bench.workshop(), this::write);
    }

    @Override
    public Injector faults() {
        return bench.faults();
    }

    @Override
    public Await await() {
        return bench.await();
    }

    @Override
    public Calendar calendar() {
        return bench.calendar();
    }

    @Override
    public History history() {
        return bench.history();
    }

    @Override
    public Set<String> capabilities() {
        return bench.capabilities();
    }

    @Override
    public Health health() {
        return bench.health();
    }

    @Override
    public void sumUp() {
        bench.sumUp();
    }

    @Override
    public void close() {
        bench.close();
    }

    private void write(String action, String value) {
        history()
                .add(
                        calendar().scheduler().now(),
                        Kind.ACTION,
                        "steps",
                        Fields.of("action", action).and("value", value).and("granted", true));
    }

    /** Takes down what was set, and to what. */
    @FunctionalInterface
    interface Scribe {
        void write(String action, String value);

        /** A switch in its words for on and off. */
        default void write(String action, boolean on, String yes, String no) {
            write(action, on ? yes : no);
        }
    }
}

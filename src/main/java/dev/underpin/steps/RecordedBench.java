package dev.underpin.steps;

import dev.underpin.fault.Injector;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchAround;
import dev.underpin.rig.port.Manufacturer;
import dev.underpin.rig.port.Surroundings;
import dev.underpin.rig.port.Workshop;

/**
 * A bench that writes into its history what the steps set around the car and at the manufacturer: the circumstances that checkers
 * compare the system's answers with. The same on every tier.
 *
 * @param bench the bench whose surroundings are written down; closed with this one
 */
public record RecordedBench(Bench bench) implements BenchAround {
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
        return new RefusableFaults(bench.faults());
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

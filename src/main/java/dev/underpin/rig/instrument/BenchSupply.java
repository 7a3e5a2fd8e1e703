package dev.underpin.rig.instrument;

import dev.underpin.fault.SupplyFault;
import dev.underpin.instrument.ScpiSupply;
import java.util.List;

/**
 * The 12 V supply of a bench: carries out the faults of the supply by its instrument and its relays. One supply feeds all control units, so that
 * a fault of one needs a relay in its wire, and a bad contact, which lets some volts through to one alone, cannot be made.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class BenchSupply {
    /** The dip of a cold start (ISO 16750-2:2012, 4.6.3): so long at its lowest, so long at so many volts more. */
    private static final double CRANK_SECONDS = 0.015;

    private static final double RUN_UP_SECONDS = 10;
    private static final double RECOVERED = 2;

    private final ScpiSupply supply;
    private final Relays relays;
    private final double volts;

    /** @param volts what it gives when nothing is wrong */
    public BenchSupply(ScpiSupply supply, Relays relays, double volts) {
        this.supply = supply;
        this.relays = relays;
        this.volts = volts;
    }

    /** Whether a fault comes about by the instruments: one of a single wire only where that wire goes through a relay. */
    public boolean reaches(SupplyFault fault) {
        return switch (fault) {
            case SupplyFault.SupplyCut it -> relays.has(it.ecu());
            case SupplyFault.SupplyDip it -> false;
            case SupplyFault.Blackout it -> true;
            case SupplyFault.BrownOut it -> true;
            case SupplyFault.Cranking it -> true;
        };
    }

    /**
     * Begins a fault and gives what ends it.
     *
     * @throws IllegalArgumentException when this bench has nothing to make it with, saying what it would take
     */
    public Runnable begin(SupplyFault fault) {
        return switch (fault) {
            case SupplyFault.SupplyCut it -> cut(it.ecu());
            case SupplyFault.SupplyDip it ->
                throw new IllegalArgumentException(
                        "one supply feeds all control units of this bench: %s alone cannot be given %s V; brown-out dips all"
                                .formatted(it.ecu(), it.volts()));
            case SupplyFault.Blackout it -> {
                supply.output(false);
                yield () -> supply.output(true);
            }
            case SupplyFault.BrownOut it -> {
                supply.volts(Math.min(volts, it.volts()));
                yield () -> supply.volts(volts);
            }
            case SupplyFault.Cranking it -> {
                supply.course(List.of(
                        new ScpiSupply.Step(it.volts(), CRANK_SECONDS),
                        new ScpiSupply.Step(it.volts() + RECOVERED, RUN_UP_SECONDS)));
                yield supply::endCourse;
            }
        };
    }

    private Runnable cut(String ecu) {
        if (!relays.has(ecu)) {
            throw new IllegalArgumentException(
                    "the supply of %s goes through no relay of this bench, only that of %s; see relays in the rig file"
                            .formatted(ecu, relays.names()));
        }
        relays.set(ecu, false);
        return () -> relays.set(ecu, true);
    }
}

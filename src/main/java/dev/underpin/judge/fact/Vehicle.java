package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The physical vehicle: where it stands, what it runs. */
public final class Vehicle {
    /** Control units without which the vehicle must not be driven while they are programmed. */
    public static final Set<String> SAFETY = Set.of("VCU", "BMS", "INV");

    private static final double STANDSTILL = 0.5;

    private Vehicle() {}

    /** The state of the vehicle at a place. */
    public static Optional<Entry> state(Facts facts, int place) {
        return facts.lastBefore(place, Kind.VEHICLE, any -> true);
    }

    /** Whether a state of the vehicle shows that it rolls. */
    public static boolean moves(Entry state) {
        return state.number("speed").filter(speed -> speed > STANDSTILL).isPresent();
    }

    /** A state of the vehicle that shows that it rolls. */
    public static Sign moving() {
        return Sign.of("the vehicle moving", Kind.VEHICLE, Vehicle::moves);
    }

    /** A reset of a control unit. */
    public static Sign boot(String ecu) {
        return Sign.of("a restart of " + ecu, Kind.BOOT, entry -> entry.is("ecu", ecu));
    }

    /** Whether a reset led into a whole application. */
    public static boolean runs(Entry boot) {
        return boot.is("from", "application") && boot.flag("complete");
    }

    /** The names of all control units whose supply or resets were seen. */
    public static List<String> controlUnits(Facts facts) {
        return java.util.stream.Stream.concat(
                        facts.all(Kind.SUPPLY, any -> true).stream(), facts.all(Kind.BOOT, any -> true).stream())
                .map(entry -> entry.text("ecu"))
                .distinct()
                .sorted()
                .toList();
    }
}

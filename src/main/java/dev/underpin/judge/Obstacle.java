package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.Optional;
import java.util.function.Predicate;

/** Facts of the vehicle and its surroundings that stand in the way of an update or a support session. */
final class Obstacle {
    private static final double LEAST_CHARGE = 30;
    private static final double STANDSTILL = 0.5;

    private Obstacle() {}

    /** The record that shows the obstacle behind a reason code as it stood before the record {@code index}; empty when there was none. */
    static Optional<Entry> at(History history, String reason, int index) {
        return switch (reason) {
            case "network", "no-connection" -> Network.badAt(history, index);
            case "battery" -> vehicle(history, index).filter(Obstacle::lowBattery);
            case "not-parked" -> vehicle(history, index).filter(Obstacle::notParked);
            case "navigation-active" ->
                Bus.last(history, "GW_VehicleMode", "NavigationActive", index).filter(Bus.reads(1));
            case "driving-assistance-active" ->
                Bus.last(history, "ADAS_Status", "Active", index).filter(Bus.reads(1));
            default -> refusedByCloud(history, reason, index);
        };
    }

    private static Optional<Entry> vehicle(History history, int index) {
        return Past.lastBefore(history, Kind.VEHICLE, index, any -> true);
    }

    private static boolean lowBattery(Entry vehicle) {
        return vehicle.number("soc").orElse(0.0) < LEAST_CHARGE && !vehicle.flag("charging");
    }

    private static boolean notParked(Entry vehicle) {
        return !vehicle.is("gear", "P") || vehicle.number("speed").orElse(0.0) > STANDSTILL;
    }

    private static Optional<Entry> refusedByCloud(History history, String reason, int index) {
        Predicate<Entry> refused = entry -> Radio.statusOf(entry) == 403
                && Radio.response(entry).path("error_code").asString("").equals(reason);
        return Past.lastBefore(history, Kind.HTTP, index, refused);
    }
}

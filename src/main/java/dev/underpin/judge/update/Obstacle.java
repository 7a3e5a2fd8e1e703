package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Hands;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Network;
import dev.underpin.judge.fact.Signals;
import dev.underpin.judge.fact.Vehicle;
import java.util.Optional;
import java.util.Set;

/** Facts of the vehicle and its surroundings that stand in the way of an update. */
final class Obstacle {
    private static final double LEAST_CHARGE = 30;
    private static final int FORBIDDEN = 403;
    private static final Set<String> RADIO = Set.of("wifi", "cellular", "network");

    private Obstacle() {}

    /** The record that shows the obstacle behind a reason code as it stood at a place; empty when there was none. */
    static Optional<Entry> at(Facts facts, String reason, int place) {
        return switch (reason) {
            case "network" -> noNetwork(facts, place);
            case "battery" -> Vehicle.state(facts, place).filter(Obstacle::lowBattery);
            case "not-parked" -> Vehicle.state(facts, place).filter(Obstacle::notParked);
            case "navigation-active" ->
                Signals.at(facts, "GW_VehicleMode", "NavigationActive", place).filter(Signals::isOn);
            case "driving-assistance-active" ->
                Signals.at(facts, "ADAS_Status", "Active", place).filter(Signals::isOn);
            case "account-not-registered" -> set(facts, "account", "unregistered", reason, place);
            case "consent-missing" -> set(facts, "update-consent", "missing", reason, place);
            case "ota-not-supported" -> set(facts, "update-support", "no", reason, place);
            default -> refusedByCloud(facts, reason, place);
        };
    }

    /** By what the manufacturer was told; where that does not tell, by the cloud's own refusal. */
    private static Optional<Entry> set(Facts facts, String action, String value, String reason, int place) {
        Optional<Entry> told = Hands.last(facts, action, place);
        return told.isPresent() ? told.filter(it -> it.is("value", value)) : refusedByCloud(facts, reason, place);
    }

    /** By what was done to the network; where that does not tell, by the last exchange with the cloud. */
    private static Optional<Entry> noNetwork(Facts facts, int place) {
        Optional<Boolean> good = Network.good(facts, place);
        return good.isPresent()
                ? facts.lastBefore(place, Kind.ACTION, it -> !good.get() && RADIO.contains(it.text("action")))
                : facts.lastBefore(place, Kind.HTTP, it -> it.is("leg", "vehicle"))
                        .filter(it -> !it.text("error").isEmpty());
    }

    private static boolean lowBattery(Entry vehicle) {
        return vehicle.number("soc").orElse(0.0) < LEAST_CHARGE && !vehicle.flag("charging");
    }

    private static boolean notParked(Entry vehicle) {
        return !vehicle.is("gear", "P") || Vehicle.moves(vehicle);
    }

    private static Optional<Entry> refusedByCloud(Facts facts, String reason, int place) {
        return facts.lastBefore(
                place,
                Kind.HTTP,
                entry -> entry.number("status").orElse(0.0).intValue() == FORBIDDEN
                        && Http.response(entry).path("error_code").asString("").equals(reason));
    }
}

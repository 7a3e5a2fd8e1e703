package dev.underpin.vehicle.app;

import dev.underpin.vehicle.plant.Charging;
import dev.underpin.vehicle.plant.Pack;
import dev.underpin.vehicle.plant.Plant;
import dev.underpin.vehicle.plant.Thermal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a snapshot record tells of the vehicle at the moment of a fault; names as in the table of control units. */
final class Surroundings {
    private Surroundings() {}

    static Map<String, Object> of(Plant plant, Optional<Unit> unit) {
        Map<String, Object> values = new LinkedHashMap<>();
        motion(values, plant);
        pack(values, plant.pack());
        thermal(values, plant.thermal());
        charging(values, plant.charging());
        unit.ifPresent(run -> network(values, run));
        return values;
    }

    private static void motion(Map<String, Object> values, Plant plant) {
        values.put("Odometer", plant.motion().odometer());
        values.put("Speed", plant.motion().speed());
        values.put("Gear", plant.motion().gear().name());
    }

    private static void pack(Map<String, Object> values, Pack pack) {
        values.put("SoC", pack.stateOfCharge());
        values.put("PackVoltage", pack.volts());
        values.put("PackCurrent", pack.amperes());
        values.put("CellVoltageMax", pack.highestCell().read());
        values.put("CellVoltageMin", pack.lowestCell().read());
        values.put("CellTemperatureMax", pack.hottestCell().read());
        values.put("CellTemperatureMin", pack.coldestCell());
        values.put("IsolationResistance", pack.insulation().read());
        values.put("ContactorState", contactors(pack));
        values.put("HvInterlock", pack.interlock() ? "closed" : "open");
    }

    private static void thermal(Map<String, Object> values, Thermal thermal) {
        values.put("CoolantInlet", thermal.inlet().read());
        values.put("CoolantOutlet", thermal.outlet().read());
        values.put("PumpRpm", thermal.pump().speed().read());
        values.put("Ambient", thermal.ambient());
    }

    private static void charging(Map<String, Object> values, Charging charging) {
        values.put("ChargeState", chargeState(charging));
        values.put("EvseVoltage", charging.stationVolts());
        values.put("EvseCurrent", charging.stationAmperes());
    }

    private static void network(Map<String, Object> values, Unit unit) {
        values.put("IgnitionCycle", unit.mode().ignitionCycle());
        values.put("DriveReady", unit.inbox().on("VCU_DriveState.DriveReady") ? "ready" : "not ready");
        values.put("BusLoad", unit.busLoad().percent());
    }

    static String contactors(Pack pack) {
        return pack.live() ? "closed" : "open";
    }

    static String chargeState(Charging charging) {
        if (!charging.plugged()) {
            return "unplugged";
        }
        return charging.watts() > 0 ? "charging" : "plugged";
    }
}

package dev.underpin.fault;

import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.List;

/** See faults of the physics in the trouble codes, the lamps, and the vehicle's own figures. */
final class PlantWitnesses {
    private static final double HALF = 0.5;
    private static final double SAGGING_VOLTS = 12.0;
    private static final long DEBOUNCED = 10 * Nanos.SECOND;

    private PlantWitnesses() {}

    static Witness of(PlantFault fault) {
        return switch (fault) {
            case PlantFault.CoolantPumpClogged it -> pump();
            case PlantFault.CoolantPumpWorn it -> pump();
            case PlantFault.SensorDrift it -> lamp();
            case PlantFault.IsolationLow it -> lamp();
            case PlantFault.CellWeak it -> lamp();
            case PlantFault.InterlockOpen it -> lamp();
            case PlantFault.ConverterWeak it -> sagging().or(lamp());
            case PlantFault.ChargeLow it ->
                Witness.record(
                        Kind.VEHICLE,
                        entry -> entry.number("soc")
                                .filter(charge -> charge <= it.percent() + HALF)
                                .isPresent());
            case PlantFault.LowVoltageLow it -> sagging();
            case PlantFault.BodyContact it -> body(FaultKind.hyphened(it.contact()));
            case PlantFault.OnSlope it -> body("slope " + it.degrees());
        };
    }

    private static Witness pump() {
        return Witness.record(
                Kind.UDS, entry -> entry.is("ecu", "THM") && entry.text("pdu").matches("5902..(.{8})*0C4A92.*"));
    }

    /** A lamp was lit soon. */
    private static Witness lamp() {
        return (history, injected) -> history.of(Kind.LAMP).stream()
                .filter(entry -> entry.index() > injected.index()
                        && entry.flag("lit")
                        && entry.at() <= injected.at() + DEBOUNCED)
                .findFirst()
                .map(Sighting::of);
    }

    /** The vehicle's own state has that sign of the body. */
    private static Witness body(String sign) {
        return Witness.record(
                Kind.VEHICLE, entry -> List.of(entry.text("body").split(", ")).contains(sign));
    }

    private static Witness sagging() {
        return Witness.record(
                Kind.VEHICLE,
                entry -> entry.number("volts12")
                        .filter(volts -> volts < SAGGING_VOLTS)
                        .isPresent());
    }
}

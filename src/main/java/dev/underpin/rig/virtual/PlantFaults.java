package dev.underpin.rig.virtual;

import dev.underpin.fault.PlantFault;
import dev.underpin.vehicle.plant.Body;
import dev.underpin.vehicle.plant.Plant;
import dev.underpin.vehicle.plant.Sensor;

/** Changes the physics of the vehicle: a property of a part, and back to sound. */
final class PlantFaults {
    private static final double PUMP_SLOWED = 0.7;
    private static final double SOUND_KILOOHMS = 5_000;
    private static final double PERCENT = 100;

    private final Plant plant;

    PlantFaults(Plant plant) {
        this.plant = plant;
    }

    Runnable begin(PlantFault fault) {
        return switch (fault) {
            case PlantFault.CoolantPumpClogged it -> {
                plant.thermal().pump().debris(PUMP_SLOWED);
                yield () -> plant.thermal().pump().debris(0);
            }
            case PlantFault.CoolantPumpWorn it -> {
                plant.thermal().pump().worn(PUMP_SLOWED);
                yield () -> plant.thermal().pump().worn(0);
            }
            case PlantFault.SensorDrift it -> {
                Sensor sensor = sensor(it.sensor());
                sensor.offset(it.by());
                yield () -> sensor.offset(0);
            }
            case PlantFault.IsolationLow it -> {
                plant.pack().isolation(it.kiloOhms());
                yield () -> plant.pack().isolation(SOUND_KILOOHMS);
            }
            case PlantFault.CellWeak it -> {
                plant.pack().cellOffset(it.volts());
                yield () -> plant.pack().cellOffset(0);
            }
            case PlantFault.InterlockOpen it -> {
                plant.pack().interlock(false);
                yield () -> plant.pack().interlock(true);
            }
            case PlantFault.ConverterWeak it -> {
                plant.lowVoltage().converterLoss(it.percent() / PERCENT);
                yield () -> plant.lowVoltage().converterLoss(0);
            }
            case PlantFault.ChargeLow it -> {
                double before = plant.pack().stateOfCharge();
                plant.pack().stateOfCharge(it.percent());
                yield () -> plant.pack().stateOfCharge(before);
            }
            case PlantFault.LowVoltageLow it -> {
                double before = plant.lowVoltage().charge();
                plant.lowVoltage().charge(it.percent());
                yield () -> plant.lowVoltage().charge(before);
            }
            case PlantFault.BodyContact it -> {
                Body.Contact contact = Body.Contact.valueOf(it.contact().name());
                plant.body().set(contact, true);
                yield () -> plant.body().set(contact, false);
            }
            case PlantFault.OnSlope it -> {
                plant.body().slope(it.degrees());
                yield () -> plant.body().slope(0);
            }
        };
    }

    private Sensor sensor(PlantFault.Sensor named) {
        return switch (named) {
            case COOLANT_INLET -> plant.thermal().inlet();
            case INVERTER -> plant.thermal().inverter();
            case HOTTEST_CELL -> plant.pack().hottestCell();
            case HIGHEST_CELL -> plant.pack().highestCell();
            case LOWEST_CELL -> plant.pack().lowestCell();
            case INSULATION -> plant.pack().insulation();
        };
    }
}

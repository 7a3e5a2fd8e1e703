package dev.underpin.vehicle.app;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.uds.server.Answer;
import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.ecu.memory.Monitor;
import dev.underpin.vehicle.plant.Pack;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The battery management (BMS): holds the contactors, measures cells, insulation and charge, limits power, watches the pack.
 *
 * <p>Holds the contactors closed while the ignition is on, a charger supplies or the gateway holds the supply; opens them for the
 * routines that need the high voltage off.
 */
public final class BatteryApplication extends UnitApplication {
    private static final double FULL_POWER_KILOWATTS = 300;
    private static final double LIMITED_KILOWATTS = 40;
    private static final double HOTTEST = 58;
    private static final double HIGHEST_CELL = 4.25;
    private static final double LARGEST_SPREAD = 0.15;
    private static final double LEAST_KILOOHMS = 100;
    private static final double LOWEST_CHARGE = 5;
    private static final double HIGHEST_PACK = 425;
    private static final int CELLS = 96;
    private static final double HEALTH = 96.5;
    private static final long MEASURING = 2 * Nanos.SECOND;

    private boolean openForMeasuring;
    private @Nullable Monitor overTemperature;
    private final Balancing balancing = new Balancing(this);

    public BatteryApplication(Wiring wiring) {
        super(wiring, true);
    }

    @Override
    void begin(Unit run) {
        openForMeasuring = false;
        Pack pack = plant().pack();
        run.control(() -> pack.commandContactors(wantsHighVoltage(run)));
        declareSignals(run, pack);
        declareMonitors(run, pack);
        run.partner("VCU", "U0293-87");
        run.partner("GW", "U0146-87");
    }

    @Override
    void end() {
        balancing.stop();
    }

    @Override
    void identify(Bindings bindings) {
        Pack pack = plant().pack();
        bindings.number("SoC", pack::stateOfCharge);
        bindings.number("StateOfHealth", () -> HEALTH);
        bindings.number("ObdStateOfCharge", pack::stateOfCharge);
        bindings.number("ObdStateOfHealth", () -> HEALTH);
        bindings.number("ObdOdometer", () -> heard("IPC_Odometer.Odometer"));
        bindings.number("PackVoltage", pack::volts);
        bindings.number("PackCurrent", pack::amperes);
        bindings.number("CellVoltageMax", pack.highestCell()::read);
        bindings.number("CellVoltageMin", pack.lowestCell()::read);
        bindings.number("CellTemperatureMax", pack.hottestCell()::read);
        bindings.number("CellTemperatureMin", pack::coldestCell);
        bindings.number("CellTemperatureMean", pack::temperature);
        bindings.numbers("CellVoltages", () -> cells(pack));
        bindings.number("IsolationResistance", pack.insulation()::read);
        bindings.text("ContactorState", () -> Surroundings.contactors(pack));
        bindings.text("HvInterlock", () -> pack.interlock() ? "closed" : "open");
        bindings.number("RegenerationLimit", this::powerLimit);
        bindings.number("DischargeLimit", this::powerLimit);
        bindings.routine("batterySelfTest", Interlock.standing(this::unit, () -> true, this::selfTest));
        bindings.routine("prechargeTest", Interlock.standing(this::unit, this::mayOpen, this::precharge));
        bindings.routine("isolationMeasurement", Interlock.standing(this::unit, this::mayOpen, this::measure));
        bindings.routine("cellBalancing", balancing);
        bindings.text("BalancingResistors", () -> balancing.running() ? "on" : "off");
        bindings.controlled("BalancingResistors", balancing::adjust, balancing::stop);
    }

    private boolean wantsHighVoltage(Unit run) {
        boolean asked = run.mode().ignition()
                || run.mode().power() == VehicleMode.Power.HELD
                || run.inbox().value("OBC_Charge.State", 0) > 0;
        boolean hurt = !plant().pack().interlock() && !run.moving();
        return asked && !hurt && !openForMeasuring;
    }

    private void declareSignals(Unit run, Pack pack) {
        run.sends("BMS_Pack", frame -> frame.set("Voltage", pack.volts()).set("Current", pack.amperes()));
        run.sends(
                "BMS_Contactors",
                frame -> frame.set("Closed", pack.live())
                        .set("Interlock", pack.interlock())
                        .set("Isolation", pack.insulation().read()));
        run.sends(
                "BMS_Status",
                frame -> frame.set("SoC", pack.stateOfCharge())
                        .set("State", state(run))
                        .set("Health", HEALTH));
        run.sends(
                "BMS_Limits", frame -> frame.set("DischargePower", powerLimit()).set("ChargePower", powerLimit()));
        run.sends(
                "BMS_Cells",
                frame -> frame.set("MaxVoltage", pack.highestCell().read())
                        .set("MinVoltage", pack.lowestCell().read())
                        .set("MaxTemperature", pack.hottestCell().read())
                        .set("MinTemperature", pack.coldestCell()));
    }

    private void declareMonitors(Unit run, Pack pack) {
        overTemperature =
                run.watch("P0A7E-98", () -> true, () -> pack.hottestCell().read() > HOTTEST);
        run.watch("P0AA6-1A", pack::live, () -> pack.insulation().read() < LEAST_KILOOHMS);
        run.watch("P0A0A-13", () -> true, () -> !pack.interlock());
        run.watch("P1A10-17", () -> true, () -> pack.highestCell().read() > HIGHEST_CELL);
        run.watch(
                "P0BBD-92",
                () -> true,
                () -> pack.cellVolts() - pack.lowestCell().read() > LARGEST_SPREAD);
        run.watch("P0A7D-16", () -> true, () -> pack.stateOfCharge() < LOWEST_CHARGE);
        run.watch("P0AFB-17", () -> true, () -> pack.volts() > HIGHEST_PACK);
    }

    private State state(Unit run) {
        if (!plant().pack().live()) {
            return State.STANDBY;
        }
        return run.inbox().is("OBC_Charge.State", ChargerApplication.State.CHARGING) ? State.CHARGE : State.DRIVE;
    }

    private double powerLimit() {
        boolean limited = overTemperature != null && overTemperature.isFailed();
        return limited || plant().pack().stateOfCharge() < LOWEST_CHARGE ? LIMITED_KILOWATTS : FULL_POWER_KILOWATTS;
    }

    private static double[] cells(Pack pack) {
        double[] volts = new double[CELLS];
        Arrays.fill(volts, pack.cellVolts());
        volts[0] = pack.highestCell().read();
        volts[CELLS - 1] = pack.lowestCell().read();
        return volts;
    }

    private boolean mayOpen() {
        return !plant().charging().plugged()
                && unit().map(run -> !run.mode().updating()).orElse(false);
    }

    private void selfTest(byte[] options, Answer answer) {
        Pack pack = plant().pack();
        boolean sound = pack.insulation().read() >= LEAST_KILOOHMS
                && pack.highestCell().read() <= HIGHEST_CELL
                && pack.hottestCell().read() <= HOTTEST;
        answer.positive((byte) (sound ? 0 : 1));
    }

    private void precharge(byte[] options, Answer answer) {
        withHighVoltageOff(() -> answer.positive((byte) (plant().pack().interlock() ? 0 : 1)));
    }

    private void measure(byte[] options, Answer answer) {
        withHighVoltageOff(() -> {
            int kiloOhms = (int) plant().pack().insulation().read();
            byte verdict = (byte) (kiloOhms >= LEAST_KILOOHMS ? 0 : 1);
            answer.positive(verdict, (byte) (kiloOhms >> 8), (byte) kiloOhms);
        });
    }

    private void withHighVoltageOff(Runnable measuring) {
        openForMeasuring = true;
        unit().ifPresent(run -> {
            Alarm done = run.context().scheduler().alarm(() -> {
                measuring.run();
                openForMeasuring = false;
            });
            done.in(MEASURING);
        });
    }

    /** As {@code BMS_Status.State} calls them. */
    private enum State {
        STANDBY,
        DRIVE,
        CHARGE
    }
}

package dev.underpin.vehicle.plant;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;

/**
 * The physical vehicle: what is true, whatever the ECUs believe. Steps its physics every 100 ms while the vehicle is awake or moves,
 * every minute while it sleeps.
 *
 * <p>Faults of physics are plain settable properties of the parts. Threading: the scheduler's thread.
 */
public final class Plant {
    private static final long STEP = 100 * Nanos.MILLISECOND;
    private static final long SLEEPING_STEP = Nanos.MINUTE;
    private static final double DRIVE_LOSS = 0.06;
    private static final double DRIVE_EFFICIENCY = 0.88;
    private static final double COMFORT_WATTS = 900;

    private final Scheduler scheduler;
    private final Alarm stepping;
    private final Pack pack;
    private final Thermal thermal;
    private final LowVoltage lowVoltage;
    private final Motion motion;
    private final Motor motor = new Motor();
    private final Driver driver = new Driver();
    private final Charging charging = new Charging();
    private final PowerNet power;
    private final Body body = new Body();
    private final Controls controls;
    private boolean climate;
    private long steppedAt;

    /** A parked vehicle with the ignition off; its physics runs from now on. */
    public Plant(Scheduler scheduler, Conditions conditions) {
        this.scheduler = scheduler;
        pack = new Pack(conditions);
        thermal = new Thermal(conditions);
        lowVoltage = new LowVoltage(conditions);
        motion = new Motion(conditions);
        power = new PowerNet(scheduler, lowVoltage.volts());
        controls = new Controls(this);
        steppedAt = scheduler.now();
        stepping = scheduler.alarm(this::step);
        stepping.in(STEP);
        power.listen(this::step);
    }

    public Pack pack() {
        return pack;
    }

    public Thermal thermal() {
        return thermal;
    }

    public LowVoltage lowVoltage() {
        return lowVoltage;
    }

    public Motion motion() {
        return motion;
    }

    public Motor motor() {
        return motor;
    }

    public Driver driver() {
        return driver;
    }

    public Charging charging() {
        return charging;
    }

    public PowerNet power() {
        return power;
    }

    public Body body() {
        return body;
    }

    public Controls controls() {
        return controls;
    }

    /** Switches the climate compressor and heater, as the thermal control does. */
    public void climate(boolean on) {
        climate = on;
    }

    private void step() {
        double seconds = Nanos.toSeconds(scheduler.now() - steppedAt);
        steppedAt = scheduler.now();
        if (seconds > 0) {
            step(seconds);
        }
        stepping.in(power.awake() || motion.speed() > 0 ? STEP : SLEEPING_STEP);
    }

    private void step(double seconds) {
        driver.step(motion);
        motor.step(seconds, pack.live());
        double propulsion = motion.propulsion(motor.torque());
        double mechanical = propulsion * motion.speed() / 3.6;
        motion.step(seconds, propulsion, driver.brake());
        charging.step(seconds, pack);
        lowVoltage.step(seconds, power.loadAmperes(), pack.live());
        double drawn = mechanical / DRIVE_EFFICIENCY
                + (climate ? COMFORT_WATTS : 0)
                + lowVoltage.converterWatts()
                - charging.chargingWatts();
        pack.step(seconds, drawn, thermal.heatFrom(pack.temperature()));
        thermal.step(seconds, mechanical * DRIVE_LOSS, motion.speed());
        power.net(lowVoltage.volts());
    }
}

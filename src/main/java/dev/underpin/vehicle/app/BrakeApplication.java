package dev.underpin.vehicle.app;

import dev.underpin.vehicle.ecu.Bindings;
import dev.underpin.vehicle.plant.Motion;
import java.util.Arrays;

/** Stability control and brake booster (BRK): measures the wheels and the slope, and tells the speed of the vehicle. */
public final class BrakeApplication extends UnitApplication {
    private static final double STANDSTILL = 0.1;
    private static final int WHEELS = 4;

    private int counter;

    public BrakeApplication(Wiring wiring) {
        super(wiring, true);
    }

    @Override
    void begin(Unit run) {
        Motion motion = plant().motion();
        run.sends(
                "BRK_Speed",
                frame -> frame.set("Speed", motion.speed())
                        .set("Standstill", motion.speed() < STANDSTILL)
                        .set("Slope", plant().body().slope())
                        .set("Counter", counter++ & 0xf));
        run.sends(
                "BRK_WheelSpeeds",
                frame -> frame.set("FrontLeft", motion.speed())
                        .set("FrontRight", motion.speed())
                        .set("RearLeft", motion.speed())
                        .set("RearRight", motion.speed()));
        run.partner("VCU", "U0293-87");
        run.partner("GW", "U0146-87");
    }

    @Override
    void identify(Bindings bindings) {
        bindings.numbers("WheelSpeeds", () -> {
            double[] speeds = new double[WHEELS];
            Arrays.fill(speeds, plant().motion().speed());
            return speeds;
        });
        bindings.number("BrakePedal", () -> plant().driver().brake() * 100);
        bindings.number("Speed", plant().motion()::speed);
    }
}

package dev.underpin.defect;

import dev.underpin.can.CanPort;
import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.telematics.VehicleState;
import java.util.Arrays;
import java.util.Map;

/** A vehicle whose telematics unit and one control unit always believe that it stands in P. */
record Unlocked(Fitting frames) implements Fitting {
    private static final int BRK_SPEED = 599;
    private static final int VCU_DRIVE_STATE = 280;
    private static final int GEAR = 0x0C;

    static Fitting of(String ecu) {
        return new Unlocked(Frames.heard(
                ecu,
                Map.of(
                        BRK_SPEED,
                        data -> Arrays.fill(data, 0, 2, (byte) 0),
                        VCU_DRIVE_STATE,
                        data -> data[0] &= ~GEAR)));
    }

    @Override
    public CanPort port(String ecu, CanPort port) {
        return frames.port(ecu, port);
    }

    @Override
    public VehicleState state(VehicleState state) {
        return new Belief(state) {
            @Override
            public double speed() {
                return 0;
            }

            @Override
            public String gear() {
                return "P";
            }
        };
    }
}

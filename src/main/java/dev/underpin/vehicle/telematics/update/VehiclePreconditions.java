package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.Uplink;
import dev.underpin.vehicle.telematics.VehicleState;
import java.util.Optional;

/** {@link Preconditions} of the vehicle's signals and its radio link. */
public final class VehiclePreconditions implements Preconditions {
    private final VehicleState vehicle;
    private final Uplink uplink;
    private final Limits limits;

    public VehiclePreconditions(VehicleState vehicle, Uplink uplink, Limits limits) {
        this.vehicle = vehicle;
        this.uplink = uplink;
        this.limits = limits;
    }

    @Override
    public Optional<Reason> obstacle(Moment moment) {
        return moment.examined().stream().filter(this::stands).findFirst();
    }

    private boolean stands(Reason reason) {
        return switch (reason) {
            case NETWORK -> !uplink.stable();
            case BATTERY -> vehicle.stateOfCharge() < limits.stateOfCharge() && !vehicle.chargerConnected();
            case LOW_VOLTAGE -> vehicle.lowVoltage() < limits.lowVoltage();
            case NOT_PARKED -> !vehicle.gear().equals("P") || vehicle.speed() > 0.5;
            case NAVIGATION_ACTIVE -> vehicle.navigationActive();
            case DRIVING_ASSISTANCE_ACTIVE -> vehicle.drivingAssistanceActive();
            case DOOR_OPEN -> vehicle.body().doorOpen();
            case BONNET_OPEN -> vehicle.body().bonnetOpen();
            case SLOPE -> Math.abs(vehicle.body().slope()) > limits.slope();
            case TRAILER -> vehicle.body().trailer();
            case TESTER_CONNECTED -> vehicle.body().tester();
            case ALARM -> vehicle.body().alarm();
            case CRASH -> vehicle.body().crash();
            default -> false;
        };
    }

    /**
     * @param stateOfCharge least charge of the high-voltage battery without a charger, percent
     * @param lowVoltage least voltage of the 12 V supply, volts
     * @param slope steepest place, degrees
     */
    public record Limits(double stateOfCharge, double lowVoltage, double slope) {
        /** 30 %, 11.8 V and 12 degrees. */
        public static final Limits STANDARD = new Limits(30, 11.8, 12);
    }
}

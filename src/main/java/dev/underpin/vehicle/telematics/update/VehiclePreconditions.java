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
            default -> false;
        };
    }

    /**
     * @param stateOfCharge least charge of the high-voltage battery without a charger, percent
     * @param lowVoltage least voltage of the 12 V supply, volts
     */
    public record Limits(double stateOfCharge, double lowVoltage) {
        /** 30 % and 11.8 V. */
        public static final Limits STANDARD = new Limits(30, 11.8);
    }
}

package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.telematics.VehicleState;
import dev.underpin.vehicle.telematics.update.Bundle;
import dev.underpin.vehicle.telematics.update.Installed;
import dev.underpin.vehicle.telematics.update.Reason;
import dev.underpin.vehicle.telematics.update.UpdateFailure;
import dev.underpin.vehicle.telematics.update.Verifier;
import dev.underpin.vehicle.telematics.uptane.MetadataCheck;
import dev.underpin.vehicle.telematics.uptane.Target;
import java.util.List;
import java.util.Map;

/** Defects that only the rows of the fault catalogues find. */
final class FaultRowDefects {
    private static final String VEHICLE = "faults/ota-vehicle.feature";
    private static final String BODY = "@ota-D5";
    private static final String SERIAL = "62F18C";
    private static final String OWN_SERIAL = "534E2D424D532D4F574E303030303030";

    private FaultRowDefects() {}

    static List<Defect> ofTheVehicle() {
        return List.of(
                Defect.of("updates-with-open-door", Area.UPDATE, "D5", "the vehicle updates while a door is open")
                        .breaking(VEHICLE, BODY, "ota-D5")
                        .vehicle(() -> Gates.without(Reason.DOOR_OPEN)),
                Defect.of("updates-on-slope", Area.UPDATE, "D5", "the vehicle updates on a steep slope")
                        .breaking(VEHICLE, BODY, "ota-D5")
                        .vehicle(() -> Gates.without(Reason.SLOPE)),
                Defect.of(
                                "updates-beside-tester",
                                Area.UPDATE,
                                "D5",
                                "the vehicle updates while a tester is plugged in")
                        .breaking(VEHICLE, BODY, "ota-D5")
                        .vehicle(() -> Gates.without(Reason.TESTER_CONNECTED)),
                Defect.of("updates-after-crash", Area.UPDATE, "D11", "the vehicle goes on to erase after a crash")
                        .breaking(VEHICLE, "@ota-D11 or @ota-D11-before", "ota-D11|ota-D11-before")
                        .vehicle(() -> Gates.without(Reason.CRASH)),
                Defect.of(
                                "moves-under-open-bonnet",
                                Area.DIAGNOSTICS,
                                "I1",
                                "diagnosis moves parts under an open bonnet and after a crash")
                        .breaking("faults/diagnostics-vehicle.feature", "@diag-I1 and @needs-plant-faults", "diag-I1")
                        .vehicle(FaultRowDefects::shut));
    }

    static List<Defect> ofTheImages() {
        return List.of(
                Defect.of("clone-not-noticed", Area.UPDATE, "E2", "two control units with one serial number pass")
                        .breaking("faults/ota-units.feature", "@ota-E2 and @needs-uds-faults", "ota-E2")
                        .vehicle(() ->
                                Tester.changing("BMS", pdu -> pdu.startsWith(SERIAL) ? SERIAL + OWN_SERIAL : pdu)),
                Defect.of("seal-not-checked", Area.UPDATE, "C12", "the maker's seal is checked only behind the erase")
                        .breaking("faults/ota-cloud.feature", "@ota-C12", "ota-C12")
                        .vehicle(FaultRowDefects::believingImages));
    }

    private static Fitting shut() {
        return new Fitting() {
            @Override
            public VehicleState state(VehicleState state) {
                return new Belief(state) {
                    @Override
                    public Body body() {
                        return Body.SHUT;
                    }
                };
            }
        };
    }

    private static Fitting believingImages() {
        return new Fitting() {
            @Override
            public Verifier verifier(Verifier real) {
                return new Verifier() {
                    @Override
                    public MetadataCheck begin() {
                        return real.begin();
                    }

                    @Override
                    public Bundle bundle(MetadataCheck complete, String offerId) throws UpdateFailure {
                        return real.bundle(complete, offerId);
                    }

                    @Override
                    public void vehicle(Bundle bundle, Map<String, Installed> installed) throws UpdateFailure {
                        real.vehicle(bundle, installed);
                    }

                    @Override
                    public void image(Target target, byte[] file) {}
                };
            }
        };
    }
}

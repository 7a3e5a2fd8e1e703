package dev.underpin.defects;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.telematics.update.Preconditions;
import dev.underpin.vehicle.telematics.update.Reason;
import java.util.List;
import java.util.Optional;

/** All defects. */
final class Catalogue {
    private static final String UPDATE = "ota-update/preconditions.feature";
    private static final String SCHEDULED = "ota-scheduled-update/preconditions.feature";
    private static final String SUPPORT = "remote-diagnostics/preconditions.feature";

    private Catalogue() {}

    static List<Defect> all() {
        return List.of(
                Defect.vehicle(
                        "the vehicle updates without a network", UPDATE, "@OTA-P1", "OTA-P1", without(Reason.NETWORK)),
                Defect.vehicle(
                        "the vehicle updates with an empty battery",
                        SCHEDULED,
                        "@OTS-P2",
                        "OTS-P2",
                        without(Reason.BATTERY)),
                Defect.vehicle(
                        "the vehicle gives another reason than the network",
                        UPDATE,
                        "@OTA-P1",
                        "OTA-P1",
                        Picture.of("update.error", view -> view.because("battery"))),
                Defect.vehicle(
                        "remote diagnostics refuses for another reason than the connection",
                        SUPPORT,
                        "@RD-P3 and not @RD-M2",
                        "RD-P3",
                        Picture.of("diag.refused", view -> view.because("not-registered"))));
    }

    private static Fitting without(Reason ignored) {
        return new Fitting() {
            @Override
            public Preconditions preconditions(Preconditions real) {
                return moment -> real.obstacle(moment)
                        .filter(reason -> reason != ignored)
                        .or(Optional::empty);
            }
        };
    }
}

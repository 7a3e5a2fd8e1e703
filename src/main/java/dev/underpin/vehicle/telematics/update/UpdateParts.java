package dev.underpin.vehicle.telematics.update;

import dev.underpin.time.Calendar;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.VehicleControl;

/**
 * What the update agent is put together from; each part can be another in a test.
 *
 * @param life ends with the power of the telematics unit
 * @param calendar the vehicle's secure time
 * @param journal survives the life
 * @param store survives the life
 * @param recovery survives the life
 * @param supportPhone shown to a user who wants help
 */
public record UpdateParts(
        Life life,
        Calendar calendar,
        CloudClient cloud,
        EcuAccess access,
        VehicleControl control,
        Preconditions preconditions,
        Verifier verifier,
        ImageStore store,
        RecoveryImages recovery,
        Journal journal,
        Display infotainment,
        Display cluster,
        String supportPhone) {}

package dev.underpin.vehicle.telematics.unit;

import dev.underpin.time.Calendar;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Uplink;
import dev.underpin.vehicle.telematics.VehicleControl;
import dev.underpin.vehicle.telematics.VehicleIdentity;
import dev.underpin.vehicle.telematics.VehicleState;
import dev.underpin.vehicle.telematics.diagnostics.InterfacePolicy;
import dev.underpin.vehicle.telematics.update.Preconditions;
import dev.underpin.vehicle.telematics.update.Verifier;

/**
 * What the telematics unit is put together from; each part can be another in a test.
 *
 * @param calendar vehicle time, and the vehicle's secure civil time
 * @param uplink the radio link
 * @param identity who the vehicle is to the cloud
 * @param access the way to the control units
 * @param table names of identifiers, routines and trouble codes
 * @param memory survives the loss of power
 * @param supportPhone shown where support cannot be reached by the vehicle
 */
public record TelematicsParts(
        Calendar calendar,
        Uplink uplink,
        VehicleIdentity identity,
        EcuAccess access,
        EcuTable table,
        VehicleState vehicle,
        VehicleControl control,
        Preconditions preconditions,
        Verifier verifier,
        InterfacePolicy policy,
        Display infotainment,
        Display cluster,
        TelematicsMemory memory,
        String supportPhone) {}

package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.time.Calendar;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.telematics.CloudClient;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.VehicleState;
import java.util.function.BooleanSupplier;

/**
 * What the diagnostics agent is put together from; each part can be another in a test.
 *
 * @param life ends with the power of the telematics unit
 * @param table names the identifiers, routines and trouble codes
 * @param updating whether an update holds the control units
 * @param memory survives the life
 * @param supportPhone shown where support cannot be reached by the vehicle
 */
public record DiagnosticsParts(
        Life life,
        Calendar calendar,
        CloudClient cloud,
        EcuAccess access,
        EcuTable table,
        VehicleState vehicle,
        InterfacePolicy policy,
        BooleanSupplier updating,
        Display infotainment,
        Display cluster,
        DiagnosticsMemory memory,
        String supportPhone) {}

package dev.underpin.vehicle.app;

import dev.underpin.can.CanPort;
import dev.underpin.can.database.Database;
import java.util.BitSet;
import java.util.List;

/** The signal frames that the gateway carries from one bus to the other; it changes nothing in them and lets nothing else through. */
final class Routes {
    private static final List<String> DRIVE_TO_CHASSIS = List.of(
            "VCU_DriveState",
            "VCU_Functions",
            "VCU_TorqueRequest",
            "BMS_Contactors",
            "BMS_Status",
            "OBC_Charge",
            "DCDC_Status",
            "THM_Status",
            "VCU_Alive",
            "BMS_Alive",
            "OBC_Alive",
            "DCDC_Alive",
            "THM_Alive");
    private static final List<String> CHASSIS_TO_DRIVE = List.of(
            "BRK_Speed",
            "INV_Status",
            "IPC_Odometer",
            "IPC_Lamps",
            "ADAS_Status",
            "IVI_Status",
            "INV_Alive",
            "BRK_Alive",
            "IPC_Alive",
            "ADAS_Alive",
            "IVI_Alive");

    private Routes() {}

    static void connect(Database signals, CanPort drive, CanPort chassis) {
        carry(signals, DRIVE_TO_CHASSIS, drive, chassis);
        carry(signals, CHASSIS_TO_DRIVE, chassis, drive);
    }

    private static void carry(Database signals, List<String> messages, CanPort from, CanPort to) {
        BitSet carried = new BitSet();
        messages.forEach(name -> carried.set(signals.message(name).id()));
        TransmitBuffers buffers = new TransmitBuffers(to);
        from.listen(frame -> {
            if (!frame.extended() && carried.get(frame.id())) {
                buffers.send(frame);
            }
        });
    }
}

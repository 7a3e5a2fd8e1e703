package dev.underpin.rig.virtual;

import dev.underpin.can.gate.Way;
import dev.underpin.fault.Fault;
import dev.underpin.fault.TransportFault;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.fault.FrameKind;
import dev.underpin.isotp.fault.Frames;
import dev.underpin.isotp.fault.GateFault;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuTable;

/** Disturbs the transport of messages between the gateway and a control unit, at the gates between both and the bus. */
final class TransportFaults {
    private static final long LATE_FRAME = 3 * Nanos.SECOND;
    private static final int LONGEST_STMIN = 0x7F;
    private static final int WRONG_NUMBER = 9;

    private final EcuTable table;
    private final BusFaults gates;

    TransportFaults(EcuTable table, BusFaults gates) {
        this.table = table;
        this.gates = gates;
    }

    Runnable begin(TransportFault.Transport fault) {
        CanAddress address = table.ecu(fault.ecu())
                .can()
                .orElseThrow(() -> new IllegalArgumentException(fault.ecu() + " is on no bus"));
        boolean flow = fault.harm().flowControl();
        boolean gatewaySends = (fault.way() == Fault.Way.REQUESTS) != flow;
        Frames frames = Frames.only(
                fault.often() == TransportFault.Often.ALWAYS ? 0 : 1,
                gatewaySends
                        ? IsoTpAddress.normal(address.request(), address.response())
                        : IsoTpAddress.normal(address.response(), address.request()),
                flow ? FrameKind.FLOW_CONTROL : FrameKind.CONSECUTIVE_FRAME);
        return gates.onTheWay(
                gatewaySends,
                fault.ecu(),
                way -> harm(fault.harm(), way, frames).interventions());
    }

    private static GateFault harm(TransportFault.Harm what, Way way, Frames frames) {
        return switch (what) {
            case LOST_FRAME, NO_FLOW_CONTROL -> new GateFault.Lost(way, frames);
            case LATE_FRAME -> new GateFault.Late(way, frames, LATE_FRAME);
            case DOUBLED_FRAME -> new GateFault.Doubled(way, frames);
            case REORDERED_FRAMES -> new GateFault.Reordered(way, frames);
            case WRONG_NUMBER -> new GateFault.WrongSequenceNumber(way, frames, WRONG_NUMBER);
            case OVERFLOW -> new GateFault.FlowStatus(way, frames, GateFault.FlowStatus.OVERFLOW);
            case WAIT -> new GateFault.WaitForEver(way, frames, Nanos.SECOND / 2);
            case BLOCK_SIZE_1 -> new GateFault.ChangedBlockSize(way, frames, 1);
            case STMIN_127 -> new GateFault.ChangedStMin(way, frames, LONGEST_STMIN);
        };
    }
}

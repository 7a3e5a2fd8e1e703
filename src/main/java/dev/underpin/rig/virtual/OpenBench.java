package dev.underpin.rig.virtual;

import dev.underpin.can.CanBus;
import dev.underpin.doip.DoipEntity;
import dev.underpin.doip.EthernetLink;
import dev.underpin.rig.port.Bench;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.util.Map;

/**
 * A bench that nobody records and into which others may look: for a vehicle that runs for hours among outside tools.
 *
 * @param bench its actors; whoever asked for it closes it
 * @param scheduler what drives it
 * @param buses its buses by name
 * @param ethernet its Ethernet segment
 * @param edge the gateway's DoIP entity on it
 * @param table its control units
 */
public record OpenBench(
        Bench bench,
        VirtualScheduler scheduler,
        Map<String, CanBus> buses,
        EthernetLink ethernet,
        DoipEntity edge,
        EcuTable table) {}

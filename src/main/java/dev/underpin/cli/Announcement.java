package dev.underpin.cli;

import dev.underpin.rig.RigFile;
import dev.underpin.vehicle.ecu.table.CanAddress;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;

/** Tells the person at the terminal what is served, who answers there, and how to join. */
record Announcement(BusOffer offer, EcuTable table) {
    private record Address(String ecu, CanAddress can) {}

    /** @param port the port on which the bus is offered */
    void print(PrintWriter out, int port) {
        String bind = offer.place();
        RigFile.Bus medium = offer.medium();
        Integer dataRate = medium.dataBitRate();
        out.printf(
                "Serving bus %s of rig %s, %d bit/s%s, at %s times real time%n",
                offer.bus(),
                offer.rig(),
                medium.bitRate(),
                dataRate == null ? "" : ", CAN FD %d bit/s".formatted(dataRate),
                BigDecimal.valueOf(offer.speed()).stripTrailingZeros().toPlainString());
        out.printf("as %s on %s. Ctrl-C ends it.%n", offer.as(), offer.as().place(bind, port));
        out.println("The ignition is on. To diagnostic requests answer (request > response, all of them at 7DF):");
        List<Address> addresses = addresses();
        for (Address address : addresses) {
            out.printf(
                    "  %-5s %03X > %03X%n",
                    address.ecu(), address.can().request(), address.can().response());
        }
        String arguments = offer.as().arguments(bind, offer.bus(), port);
        out.printf("Join with python-can:  can.Bus(interface%s)%n", arguments);
        for (Address address : addresses.subList(0, Math.min(1, addresses.size()))) {
            out.printf(
                    "Join with scapy:       ISOTPSoftSocket(CANSocket(bustype%s), tx_id=0x%03X, rx_id=0x%03X, basecls=UDS, padding=True)%n",
                    arguments, address.can().request(), address.can().response());
        }
        out.flush();
    }

    private List<Address> addresses() {
        return table.ecus().values().stream().flatMap(ecu -> here(ecu).stream()).toList();
    }

    private List<Address> here(EcuSpec ecu) {
        return ecu.can().stream()
                .filter(address -> address.bus().equals(offer.bus()))
                .map(address -> new Address(ecu.name(), address))
                .toList();
    }
}

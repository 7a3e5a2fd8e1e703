package dev.underpin.cli;

import dev.underpin.bridge.MulticastBridge;
import dev.underpin.bridge.SocketcandBridge;
import dev.underpin.doip.Transport;

/** The ways in which the vehicle can be offered to outside tools; the option's values. */
enum Bridge {
    UDP_MULTICAST("udp-multicast", MulticastBridge.PORT) {
        @Override
        String place(String bind, int port) {
            return "group %s, UDP port %d, interface of %s".formatted(MulticastBridge.GROUP, port, bind);
        }

        @Override
        String arguments(String bind, String bus, int port) {
            return "='udp_multicast', channel='%s', port=%d".formatted(MulticastBridge.GROUP, port);
        }
    },
    SOCKETCAND("socketcand", SocketcandBridge.PORT) {
        @Override
        String place(String bind, int port) {
            return "%s, TCP port %d".formatted(bind, port);
        }

        @Override
        String arguments(String bind, String bus, int port) {
            return "='socketcand', host='%s', port=%d, channel='%s'".formatted(bind, port, bus);
        }
    },
    SOCKETCAN("socketcan", 0) {
        @Override
        String place(String bind, int port) {
            return "the interface " + bind;
        }

        @Override
        String arguments(String bind, String bus, int port) {
            return "='socketcan', channel='%s', fd=True".formatted(bind);
        }
    },
    DOIP("doip", Transport.TCP.port()) {
        @Override
        String place(String bind, int port) {
            return "%s, TCP and UDP port %d".formatted(bind, port);
        }

        @Override
        String arguments(String bind, String bus, int port) {
            return "'%s', port=%d, source_address=0xe80, target_address=0x%s".formatted(bind, port, bus);
        }
    };

    private final String label;
    private final int standardPort;

    Bridge(String label, int standardPort) {
        this.label = label;
        this.standardPort = standardPort;
    }

    int standardPort() {
        return standardPort;
    }

    /**
     * Where it is, for people.
     *
     * @param bind address of this machine; with SocketCAN the interface
     */
    abstract String place(String bind, int port);

    /**
     * How to join: with python-can, from behind the word {@code interface} on; by DoIP, what scapy's socket is made with.
     *
     * @param bus the bus; by DoIP the logical address of a control unit, hexadecimal
     */
    abstract String arguments(String bind, String bus, int port);

    @Override
    public String toString() {
        return label;
    }
}

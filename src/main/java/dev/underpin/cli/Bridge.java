package dev.underpin.cli;

import dev.underpin.bridge.MulticastBridge;
import dev.underpin.bridge.SocketcandBridge;

/** The ways in which a bus can be offered to outside tools; the option's values. */
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

    /** Where it is, for people. */
    abstract String place(String bind, int port);

    /** How python-can names it, from behind the word {@code interface} on. */
    abstract String arguments(String bind, String bus, int port);

    @Override
    public String toString() {
        return label;
    }
}

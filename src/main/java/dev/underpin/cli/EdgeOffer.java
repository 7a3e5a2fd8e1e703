package dev.underpin.cli;

import dev.underpin.bridge.BusBridge;
import dev.underpin.bridge.DoipBridge;
import dev.underpin.bridge.Notices;
import dev.underpin.cloud.http.DevelopmentAuthority;
import dev.underpin.doip.ActivationRules;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.time.Entropy;
import dev.underpin.time.PacedRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's edge, by DoIP.
 *
 * @param rig the rig's name
 * @param local address to offer it on
 * @param port for TCP and UDP, 0 for any that is free
 * @param tls what makes TLS and a tester's certificate the only way to routing activation; null for plain TCP
 * @param parked whether the vehicle is left parked, to be woken by testers
 */
record EdgeOffer(
        String rig, InetAddress local, int port, @Nullable Tls tls, boolean parked) implements Offer {
    private static final String GATEWAY = "GW";

    /**
     * TLS for the edge.
     *
     * @param port 0 for any that is free
     * @param keys folder in which the tester finds what it needs; made
     * @param seed of the keys
     */
    record Tls(int port, Path keys, long seed) {}

    @Override
    public boolean ignition() {
        return !parked;
    }

    @Override
    public BusBridge open(OpenBench open, PacedRun run, Notices notices) throws IOException {
        DoipBridge.Edge edge = new DoipBridge.Edge(open.ethernet(), GATEWAY, open.edge(), run, notices);
        InetSocketAddress place = new InetSocketAddress(local, port);
        if (tls == null) {
            return new DoipBridge(edge, place, null);
        }
        DevelopmentAuthority authority = new DevelopmentAuthority(new Entropy(tls.seed).fork("edge"));
        TesterKeys.write(tls.keys, authority);
        open.edge().activate(ActivationRules.MUTUAL_TLS);
        return new DoipBridge(edge, place, new DoipBridge.Tls(authority.server(), tls.port));
    }

    @Override
    public void announce(PrintWriter out, OpenBench open, BusBridge bridge) {
        String address = local.getHostAddress();
        out.printf("Serving the edge of rig %s by DoIP on %s", rig, Bridge.DOIP.place(address, bridge.port()));
        if (tls != null && bridge instanceof DoipBridge edge) {
            out.printf(", TLS port %d%n", edge.tlsPort());
            out.printf("Routing activation needs TLS and the tester's certificate in %s", tls.keys);
        }
        out.printf(". Ctrl-C ends it.%n");
        out.printf("The ignition is %s. Logical addresses (all of them at E400):%n", parked ? "off" : "on");
        open.table().ecus().values().forEach(ecu -> out.printf("  %-5s %04X%n", ecu.name(), ecu.doip()));
        out.printf(
                "Join with scapy:       UDS_DoIPSocket(%s)%n", Bridge.DOIP.arguments(address, "1001", bridge.port()));
        out.flush();
    }

    @Override
    public String refusal() {
        return "the edge cannot be offered on %s, port %d".formatted(local.getHostAddress(), port);
    }
}

package dev.underpin.tester;

import dev.underpin.can.CanPort;
import dev.underpin.doip.DoipTester;
import dev.underpin.doip.DoipTiming;
import dev.underpin.doip.EthernetLink;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.FunctionalClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Ethernet of the virtual rig, with the tester as one more host. */
public final class EthernetLine extends VirtualLine {
    private static final String HOST = "tester";
    private static final double SEGMENT = 1460;
    private static final double SEGMENT_ON_THE_WIRE = 1538;

    private final DoipTester tester;
    private final long bitRate;
    private final Runnable end;

    /**
     * A host on {@code link}.
     *
     * @param source the tester's logical address
     * @param end runs when the line is closed
     */
    public EthernetLine(VirtualScheduler scheduler, EthernetLink link, long bitRate, int source, Runnable end) {
        super(scheduler);
        this.bitRate = bitRate;
        this.end = end;
        tester = new DoipTester(scheduler, link, HOST, source, DoipTiming.STANDARD);
    }

    @Override
    public String name() {
        return "Ethernet";
    }

    @Override
    public TesterLink to(Address address) {
        if (address instanceof Address.Logical at) {
            return tester.tester(at.host(), at.logical());
        }
        throw new IllegalArgumentException("the Ethernet knows no " + address);
    }

    @Override
    public Optional<FunctionalClient> toAll(Map<String, Address> each, ClientTiming timing) {
        List<String> hosts = each.values().stream()
                .flatMap(address -> address instanceof Address.Logical at ? Stream.of(at.host()) : Stream.empty())
                .distinct()
                .toList();
        return hosts.size() == 1
                ? LogicalGroup.of(scheduler(), tester, hosts.getFirst(), each, timing)
                : Optional.empty();
    }

    @Override
    public Optional<CanPort> port() {
        return Optional.empty();
    }

    @Override
    public double bytesPerSecond(Address address) {
        return bitRate / 8.0 * SEGMENT / SEGMENT_ON_THE_WIRE;
    }

    @Override
    public void close() {
        tester.close();
        end.run();
    }
}

package dev.underpin.tester;

import dev.underpin.bridge.TcpTester;
import dev.underpin.can.CanPort;
import dev.underpin.doip.DoipTester;
import dev.underpin.doip.DoipTiming;
import dev.underpin.doip.EthernetLink;
import dev.underpin.rig.RigError;
import dev.underpin.time.Scheduler;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.FunctionalClient;
import dev.underpin.uds.client.UdsError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A DoIP entity beyond real TCP; its time is the wall clock's. */
public final class TcpLine implements Line {
    /** The one host beside the tester on the line's own segment. */
    public static final String ENTITY = "entity";

    private static final String HOST = "tester";
    private static final long BIT_RATE = 10_000_000_000L;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final InetSocketAddress place;
    private final DoipTester tester;
    private final TcpTester tcp;

    /**
     * Connects.
     *
     * @param source the tester's logical address
     * @throws RigError when nothing answers there, or it refuses the connection
     */
    public TcpLine(InetSocketAddress place, int source) {
        this.place = place;
        EthernetLink link = new EthernetLink(scheduler, BIT_RATE, 0);
        try {
            tcp = new TcpTester(scheduler, link, ENTITY, place);
        } catch (IOException refused) {
            throw new RigError("no DoIP entity at %s:%d: %s"
                    .formatted(place.getHostString(), place.getPort(), refused.getMessage()));
        }
        tester = new DoipTester(scheduler, link, HOST, source, DoipTiming.STANDARD);
    }

    @Override
    public Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public String name() {
        return "DoIP at %s:%d".formatted(place.getHostString(), place.getPort());
    }

    @Override
    public TesterLink to(Address address) {
        if (address instanceof Address.Logical at) {
            return tester.tester(ENTITY, at.logical());
        }
        throw new IllegalArgumentException("DoIP knows no " + address);
    }

    @Override
    public Optional<FunctionalClient> toAll(Map<String, Address> each, ClientTiming timing) {
        return LogicalGroup.of(scheduler, tester, ENTITY, each, timing);
    }

    @Override
    public Optional<CanPort> port() {
        return Optional.empty();
    }

    @Override
    public double bytesPerSecond(Address address) {
        return 0;
    }

    @Override
    public <T> T await(CompletableFuture<T> future) throws UdsError {
        tcp.run(future);
        return Futures.value(future);
    }

    @Override
    public void close() {
        tcp.close();
    }
}

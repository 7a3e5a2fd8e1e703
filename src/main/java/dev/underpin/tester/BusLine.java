package dev.underpin.tester;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpEndpoint;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.uds.IsoTpTesterLink;
import dev.underpin.uds.TesterLink;
import dev.underpin.uds.client.ClientTiming;
import dev.underpin.uds.client.FunctionalClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A CAN bus of the virtual rig, with the tester as one more node. */
public final class BusLine extends VirtualLine {
    private static final int FUNCTIONAL_ID = 0x7DF;
    private static final int CLASSIC = 8;

    private final CanBus bus;
    private final CanPort port;
    private final BusTiming timing;
    private final Runnable end;

    /** @param end runs when the line is closed */
    public BusLine(VirtualScheduler scheduler, CanBus bus, BusTiming timing, Runnable end) {
        super(scheduler);
        this.bus = bus;
        this.timing = timing;
        this.end = end;
        port = bus.attach("tester");
    }

    @Override
    public String name() {
        return "bus " + bus.name();
    }

    @Override
    public TesterLink to(Address address) {
        return linkTo(address);
    }

    private IsoTpTesterLink linkTo(Address address) {
        Address.OnBus at = onBus(address);
        IsoTpParameters parameters = at.txDl() > CLASSIC ? IsoTpParameters.fd(at.txDl()) : IsoTpParameters.classic();
        IsoTpAddress normal = at.extended()
                ? IsoTpAddress.normal29(at.request(), at.response())
                : IsoTpAddress.normal(at.request(), at.response());
        return new IsoTpTesterLink(new IsoTpEndpoint(scheduler(), port, normal, parameters));
    }

    @Override
    public Optional<FunctionalClient> toAll(Map<String, Address> each, ClientTiming timing) {
        Map<String, IsoTpTesterLink> links = new TreeMap<>();
        each.forEach((name, address) -> links.put(name, linkTo(address)));
        TesterLink all = new IsoTpTesterLink(
                new IsoTpEndpoint(scheduler(), port, IsoTpAddress.functional(FUNCTIONAL_ID), IsoTpParameters.classic()),
                List.copyOf(links.values()));
        return Optional.of(new FunctionalClient(scheduler(), all, new TreeMap<>(links), timing));
    }

    @Override
    public Optional<CanPort> port() {
        return Optional.of(port);
    }

    /** Consecutive frames back to back, with data of chance: their stuff bits are what an image has. */
    @Override
    public double bytesPerSecond(Address address) {
        Address.OnBus at = onBus(address);
        byte[] data = new Entropy(1).bytes(at.txDl());
        CanFrame frame = at.txDl() > CLASSIC
                ? CanFrame.fd(at.request(), at.extended(), true, data)
                : at.extended() ? CanFrame.extended(at.request(), data) : CanFrame.classic(at.request(), data);
        return (at.txDl() - 1) / Nanos.toSeconds(FrameLength.nanos(frame, timing));
    }

    @Override
    public void close() {
        end.run();
    }

    private static Address.OnBus onBus(Address address) {
        if (address instanceof Address.OnBus at) {
            return at;
        }
        throw new IllegalArgumentException("a bus knows no " + address);
    }
}

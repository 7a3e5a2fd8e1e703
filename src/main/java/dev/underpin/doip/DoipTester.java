package dev.underpin.doip;

import dev.underpin.time.Scheduler;
import dev.underpin.uds.TesterLink;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A tester on the in-vehicle Ethernet (ISO 13400-2:2019 clauses 7.5 to 7.7) with one connection per entity, opened and activated when
 * something is to be sent and opened anew after it was lost. A message counts as sent when the entity has acknowledged it. An entity
 * that demands TLS gets it. Alive checks are answered. Threading: the scheduler's thread.
 */
public final class DoipTester {
    private final Scheduler scheduler;
    private final EthernetLink link;
    private final String host;
    private final int address;
    private final DoipTiming timing;
    private final Map<String, DoipChannel> channels = new TreeMap<>();
    private Consumer<DoipFailure> failures = failure -> {};
    private String certified = "";

    /**
     * A tester.
     *
     * @param host the host that it runs on
     * @param address its logical address, 0E00 to 0FFF
     */
    public DoipTester(Scheduler scheduler, EthernetLink link, String host, int address, DoipTiming timing) {
        this.scheduler = scheduler;
        this.link = link;
        this.host = host;
        this.address = address;
        this.timing = timing;
    }

    /**
     * The way to an ECU. A target has one listener: of two links to the same target, the one that sent last gets the answers; if none
     * has, the one that listened first, also to what it answers to {@link DoipEntity#FUNCTIONAL}.
     *
     * @param entity host of the DoIP entity that is the ECU or knows the way to it
     * @param target logical address of the ECU, or {@link DoipEntity#FUNCTIONAL}
     */
    public TesterLink tester(String entity, int target) {
        return channels.computeIfAbsent(entity, this::channel).tester(target);
    }

    /** Sets the name in the certificate that it shows over TLS. */
    public void certified(String name) {
        certified = name;
    }

    /** Sets who is told why messages failed; the links are told the same in words. */
    public void onFailure(Consumer<DoipFailure> listener) {
        failures = listener;
    }

    /** Closes every connection; what waits for an acknowledgement fails. The next message opens them again. */
    public void close() {
        channels.values().forEach(DoipChannel::close);
    }

    int address() {
        return address;
    }

    DoipTiming timing() {
        return timing;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    void failed(DoipFailure failure) {
        failures.accept(failure);
    }

    void connect(String entity, Transport transport, Consumer<DoipConnection> connected, Consumer<String> failed) {
        link.connect(host, Endpoint.entity(transport, entity), certified, timing.connect(), connected, failed);
    }

    private DoipChannel channel(String entity) {
        DoipChannel channel = new DoipChannel(this, entity);
        link.onPower(host, on -> channel.powerOff());
        return channel;
    }
}

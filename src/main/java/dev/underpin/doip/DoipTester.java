package dev.underpin.doip;

import dev.underpin.time.Scheduler;
import dev.underpin.uds.TesterLink;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tester on the in-vehicle Ethernet (ISO 13400-2:2019) with one connection per entity, opened and activated when something is to be
 * sent and opened anew after it was lost. A message counts as sent when the entity has acknowledged it. Threading: the scheduler's
 * thread.
 */
public final class DoipTester {
    private final Scheduler scheduler;
    private final EthernetLink link;
    private final String host;
    private final int address;
    private final DoipTiming timing;
    private final Map<String, DoipChannel> channels = new TreeMap<>();

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
     * The way to an ECU. A target has one listener: of two links to the same target, the one that sent last gets the answers.
     *
     * @param entity host of the DoIP entity that is the ECU or knows the way to it
     * @param target logical address of the ECU, or {@link DoipEntity#FUNCTIONAL}
     */
    public TesterLink tester(String entity, int target) {
        return channels.computeIfAbsent(entity, this::channel).tester(target);
    }

    /** Closes every connection; what waits for an acknowledgement fails. The next message opens them again. */
    public void close() {
        channels.values().forEach(DoipChannel::close);
    }

    private DoipChannel channel(String entity) {
        return new DoipChannel(scheduler, link, host, entity, address, timing);
    }
}

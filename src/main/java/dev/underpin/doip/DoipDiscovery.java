package dev.underpin.doip;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A tester's search for vehicles over UDP (ISO 13400-2:2019 clause 7.4): it asks everyone who is there and collects the answers for
 * A_DoIP_Ctrl; as long as a vehicle says that VIN and GID are not synchronised yet, it asks again, for A_Vehicle_Discovery_Timer at
 * most. Threading: the scheduler's thread. Nothing to close: its UDP port is given back when a search ends.
 */
public final class DoipDiscovery {
    private final Scheduler scheduler;
    private final EthernetLink link;
    private final String host;
    private final DoipTiming timing;

    /** @param host the host that it runs on */
    public DoipDiscovery(Scheduler scheduler, EthernetLink link, String host, DoipTiming timing) {
        this.scheduler = scheduler;
        this.link = link;
        this.host = host;
        this.timing = timing;
    }

    /**
     * One entity that was found.
     *
     * @param host where it is
     */
    public record Found(String host, VehicleAnnouncement announcement) {}

    /** Looks for every entity; {@code found} gets them when the search is over, perhaps none. */
    public void all(Consumer<List<Found>> found) {
        search(DoipMessage.of(DoipType.IDENTIFICATION_REQUEST), found);
    }

    /** Looks for the entities of one vehicle. */
    public void vin(String vin, Consumer<List<Found>> found) {
        search(DoipMessage.of(DoipType.IDENTIFICATION_REQUEST_VIN, vin.getBytes(StandardCharsets.US_ASCII)), found);
    }

    /**
     * Looks for one entity.
     *
     * @param eid 12 hexadecimal digits
     */
    public void eid(String eid, Consumer<List<Found>> found) {
        search(
                DoipMessage.of(
                        DoipType.IDENTIFICATION_REQUEST_EID, HexFormat.of().parseHex(eid)),
                found);
    }

    /** Tells of every announcement that comes from now on. */
    public void listen(Consumer<Found> announced) {
        link.hear(
                host,
                Transport.UDP.port(),
                (from, message) -> VehicleAnnouncement.in(message)
                        .ifPresent(announcement -> announced.accept(new Found(from.host(), announcement))));
    }

    private void search(DoipMessage request, Consumer<List<Found>> found) {
        new Search(request, found).ask();
    }

    /** Asks until everybody who answered is synchronised. */
    private final class Search {
        private final DoipMessage request;
        private final Consumer<List<Found>> result;
        private final Map<String, Found> found = new LinkedHashMap<>();
        private final Endpoint self;
        private final long begun = scheduler.now();
        private final Alarm turn = scheduler.alarm(this::decide);

        Search(DoipMessage request, Consumer<List<Found>> result) {
            this.request = request;
            this.result = result;
            self = link.hear(
                    host,
                    (from, message) -> VehicleAnnouncement.in(message)
                            .ifPresent(answer -> found.put(from.host(), new Found(from.host(), answer))));
        }

        void ask() {
            link.datagram(self, Endpoint.everyone(), request);
            turn.in(Math.min(timing.control(), begun + timing.discovery() - scheduler.now()));
        }

        private void decide() {
            boolean incomplete = found.values().stream()
                    .anyMatch(entity -> !entity.announcement().synchronised());
            if (incomplete && scheduler.now() < begun + timing.discovery()) {
                ask();
                return;
            }
            link.leave(self);
            result.accept(new ArrayList<>(found.values()));
        }
    }
}

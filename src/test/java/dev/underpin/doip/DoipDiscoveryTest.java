package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.doip.DoipDiscovery.Found;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tester that looks for vehicles. */
class DoipDiscoveryTest {
    private static final String VIN = "WUPLX3EV7T1000047";
    private static final byte[] EID = {2, 0x55, 0x50, 0, 0x10, 1};

    private final EntityBench bench = new EntityBench();
    private final DoipDiscovery discovery =
            new DoipDiscovery(bench.scheduler, bench.link, "tester", DoipTiming.STANDARD);
    private final List<List<Found>> results = new ArrayList<>();
    private boolean synchronised = true;

    private DoipEntity other(String host, String vin) {
        DoipEntity entity = new DoipEntity(bench.scheduler, bench.link, host, 0x1002, DoipTiming.STANDARD);
        entity.identify(
                EntityIdentity.gateway(vin, new byte[] {2, 0, 0, 0, 0, 2}, EID).synchronised(() -> synchronised),
                new Entropy(3));
        return entity;
    }

    private void vehicle() {
        bench.gateway.identify(EntityIdentity.gateway(VIN, EID, EID), new Entropy(1));
        bench.pass(10 * Nanos.SECOND);
    }

    @Test
    void everybody_who_answers_within_two_seconds_is_found() {
        vehicle();
        other("B", "WUPLX3EV7T1000048");
        bench.pass(10 * Nanos.SECOND);

        discovery.all(results::add);
        bench.pass(1999 * Nanos.MILLISECOND);
        assertThat(results).isEmpty();
        bench.pass(Nanos.MILLISECOND);

        assertThat(results).hasSize(1);
        assertThat(results.getFirst())
                .containsExactlyInAnyOrder(
                        new Found("GW", new VehicleAnnouncement(VIN, 0x1001, "025550001001", "025550001001", 0, true)),
                        new Found(
                                "B",
                                new VehicleAnnouncement(
                                        "WUPLX3EV7T1000048", 0x1002, "020000000002", "025550001001", 0, true)));
    }

    @Test
    void a_search_by_vin_or_eid_finds_the_one() {
        vehicle();
        other("B", "WUPLX3EV7T1000048");
        bench.pass(10 * Nanos.SECOND);

        discovery.vin(VIN, results::add);
        discovery.eid("020000000002", results::add);
        bench.pass(2 * Nanos.SECOND);

        assertThat(results).hasSize(2);
        assertThat(results.get(0)).extracting(Found::host).containsExactly("GW");
        assertThat(results.get(1)).extracting(Found::host).containsExactly("B");
    }

    @Test
    void nobody_there_is_found_out_after_two_seconds() {
        discovery.all(results::add);
        bench.pass(2 * Nanos.SECOND);

        assertThat(results).containsExactly(List.of());
    }

    @Test
    void a_vehicle_not_synchronised_yet_is_asked_again() {
        synchronised = false;
        other("B", VIN);
        bench.pass(10 * Nanos.SECOND);

        discovery.all(results::add);
        bench.pass(1900 * Nanos.MILLISECOND);
        synchronised = true;
        bench.pass(2100 * Nanos.MILLISECOND);

        assertThat(results).hasSize(1);
        assertThat(results.getFirst())
                .singleElement()
                .satisfies(
                        found -> assertThat(found.announcement().synchronised()).isTrue());
    }

    @Test
    void for_five_seconds_at_most() {
        synchronised = false;
        other("B", VIN);
        bench.pass(10 * Nanos.SECOND);

        discovery.all(results::add);
        bench.pass(4999 * Nanos.MILLISECOND);
        assertThat(results).isEmpty();
        bench.pass(Nanos.MILLISECOND);

        assertThat(results.getFirst())
                .singleElement()
                .satisfies(
                        found -> assertThat(found.announcement().synchronised()).isFalse());
    }

    @Test
    void announcements_are_heard_without_asking() {
        List<Found> announced = new ArrayList<>();
        discovery.listen(announced::add);

        vehicle();

        assertThat(announced)
                .hasSize(3)
                .allSatisfy(found -> assertThat(found.host()).isEqualTo("GW"));
    }

    @Test
    void an_older_announcement_without_synchronisation_status_is_understood() {
        byte[] payload = new byte[32];
        VehicleAnnouncement read = VehicleAnnouncement.in(
                        DoipMessage.of(DoipType.ANNOUNCEMENT, payload).in(2))
                .orElseThrow();

        assertThat(read.synchronised()).isTrue();
        assertThat(VehicleAnnouncement.in(DoipMessage.of(DoipType.ANNOUNCEMENT, new byte[31])))
                .isEmpty();
    }
}

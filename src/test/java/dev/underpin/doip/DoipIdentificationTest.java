package dev.underpin.doip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entity says over UDP. */
class DoipIdentificationTest {
    private static final String VIN = "WUPLX3EV7T1000047";
    private static final String VIN_HEX = HexFormat.of().formatHex(VIN.getBytes(StandardCharsets.US_ASCII));
    private static final byte[] EID = {2, 0x55, 0x50, 0, 0x10, 1};
    private static final String ANNOUNCEMENT =
            "03fc000400000021" + VIN_HEX + "1001" + "025550001001".repeat(2) + "0000";

    private final EntityBench bench = new EntityBench();
    private final List<String> heard = new ArrayList<>();
    private final List<Long> moments = new ArrayList<>();
    private boolean synchronised = true;
    private int power = 1;
    private final Endpoint tester;

    DoipIdentificationTest() {
        bench.link.hear("tester", Transport.UDP.port(), this::received);
        tester = bench.link.hear("tester", this::received);
        bench.gateway.identify(
                EntityIdentity.gateway(VIN, EID, EID)
                        .synchronised(() -> synchronised)
                        .powerMode(() -> power),
                new Entropy(1));
    }

    private void received(Endpoint from, DoipMessage message) {
        heard.add(HexFormat.of().formatHex(message.encode()));
        moments.add(bench.scheduler.now());
    }

    @Test
    void it_announces_itself_three_times_half_a_second_apart_after_at_most_half_a_second() {
        bench.pass(10 * Nanos.SECOND);

        assertThat(heard).containsExactly(ANNOUNCEMENT, ANNOUNCEMENT, ANNOUNCEMENT);
        assertThat(moments.getFirst()).isLessThan(501 * Nanos.MILLISECOND);
        assertThat(moments.get(1) - moments.get(0)).isEqualTo(500 * Nanos.MILLISECOND);
        assertThat(moments.get(2) - moments.get(1)).isEqualTo(500 * Nanos.MILLISECOND);
    }

    @Test
    void the_wait_before_differs_from_seed_to_seed() {
        List<Long> waits = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            EntityBench other = new EntityBench();
            other.link.hear("tester", Transport.UDP.port(), (from, message) -> waits.add(other.scheduler.now()));
            other.gateway.identify(EntityIdentity.gateway(VIN, EID, EID), new Entropy(seed));
            other.pass(501 * Nanos.MILLISECOND);
        }

        assertThat(waits).hasSizeGreaterThanOrEqualTo(200);
        assertThat(waits.stream().mapToLong(wait -> wait).min().orElseThrow()).isLessThan(20 * Nanos.MILLISECOND);
        assertThat(waits.stream().mapToLong(wait -> wait).max().orElseThrow()).isGreaterThan(480 * Nanos.MILLISECOND);
    }

    @Test
    void it_announces_itself_again_when_it_gets_power() {
        bench.pass(10 * Nanos.SECOND);
        heard.clear();

        bench.link.power("GW", false);
        bench.link.power("GW", true);
        bench.pass(10 * Nanos.SECOND);

        assertThat(heard).hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"03fc000100000000, 03fc", "02fd000100000000, 02fd", "04fb000100000000, 04fb", "ff00000100000000, 03fc"})
    void a_request_to_anybody_in_any_version_is_answered_in_that_version_within_half_a_second(
            String request, String version) {
        quiet();

        ask(request);
        bench.pass(501 * Nanos.MILLISECOND);

        assertThat(heard).containsExactly(version + ANNOUNCEMENT.substring(4));
    }

    @Test
    void a_request_by_vin_or_eid_is_answered_by_the_one_it_means() {
        quiet();

        ask("03fc000300000011" + VIN_HEX);
        ask("03fc000200000006025550001001");
        ask("03fc000300000011" + VIN_HEX.replace("37", "38"));
        ask("03fc000200000006025550001002");
        bench.pass(Nanos.SECOND);

        assertThat(heard).containsExactly(ANNOUNCEMENT, ANNOUNCEMENT);
    }

    @Test
    void a_broadcast_request_is_heard_too() {
        quiet();

        bench.link.datagram(tester, Endpoint.everyone(), DoipMessage.of(DoipType.IDENTIFICATION_REQUEST));
        bench.pass(Nanos.SECOND);

        assertThat(heard).containsExactly(ANNOUNCEMENT);
    }

    @Test
    void a_vehicle_whose_vin_and_gid_are_not_synchronised_says_so() {
        quiet();
        synchronised = false;

        ask("03fc000100000000");
        bench.pass(Nanos.SECOND);

        assertThat(heard).containsExactly(ANNOUNCEMENT.substring(0, ANNOUNCEMENT.length() - 2) + "10");
    }

    @Test
    void the_status_tells_sockets_and_the_longest_message() {
        quiet();
        bench.activated(0x0E80);
        bench.activated(0x0E81);

        ask("03fc400100000000");

        assertThat(heard).containsExactly("03fc400200000007" + "00" + "08" + "02" + "00100000");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void the_power_mode_is_told(int mode) {
        quiet();
        power = mode;

        ask("02fd400300000000");

        assertThat(heard).containsExactly("02fd4004000000010" + mode);
    }

    @ParameterizedTest(name = "{0} is answered with {1}")
    @CsvSource({
        "03fd000100000000, 03fc00000000000100",
        "01fe000100000000, 03fc00000000000100",
        "ff00400100000000, 03fc00000000000100",
        "03fc800100000000, 03fc00000000000101",
        "02fd000500000000, 02fd00000000000101",
        "03fc0002ffffffff, 03fc00000000000102",
        "03fc000100000001aa, 03fc00000000000104",
        "03fc000200000005aabbccddee, 03fc00000000000104",
        "03fc000300000011aabb, 03fc00000000000104",
        "03fc400100000001aa, 03fc00000000000104",
        "03fc400300000001aa, 03fc00000000000104"
    })
    void a_datagram_that_it_cannot_take_is_refused(String request, String answer) {
        quiet();

        ask(request);

        assertThat(heard).containsExactly(answer);
    }

    @ParameterizedTest
    @CsvSource({"03fc00000000000100", "ff00000000000000", "03fc400200000000", "03fc400400000000", "03fc000400000000"})
    void answers_and_refusals_of_others_are_not_answered(String message) {
        quiet();

        ask(message);
        bench.pass(Nanos.SECOND);

        assertThat(heard).isEmpty();
    }

    @Test
    void more_askers_than_it_can_remember_are_passed_over() {
        quiet();

        for (int i = 0; i < 1000; i++) {
            bench.link.datagram(
                    tester, Endpoint.entity(Transport.UDP, "GW"), DoipMessage.of(DoipType.IDENTIFICATION_REQUEST));
        }
        bench.pass(2 * Nanos.SECOND);

        assertThat(heard.size()).isBetween(64, 100);
    }

    @Test
    void a_host_without_power_or_cable_hears_nothing() {
        quiet();
        bench.link.cut("GW", true);

        ask("03fc400100000000");
        bench.link.cut("GW", false);
        bench.pass(Nanos.SECOND);

        assertThat(heard).isEmpty();
    }

    private void quiet() {
        bench.pass(10 * Nanos.SECOND);
        heard.clear();
    }

    private void ask(String bytes) {
        bench.link.datagram(
                tester,
                Endpoint.entity(Transport.UDP, "GW"),
                DoipMessage.decode(HexFormat.of().parseHex(bytes)));
        bench.pass(Nanos.MILLISECOND);
    }
}

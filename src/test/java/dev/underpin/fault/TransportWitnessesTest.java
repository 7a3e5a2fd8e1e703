package dev.underpin.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.history.Entry;
import dev.underpin.history.Fields;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The witnesses of transport faults before histories made by hand: each sees its effect, and nothing where there is none. */
class TransportWitnessesTest {
    private static final long MS = Nanos.MILLISECOND;

    private final History history = new History();
    private final FrameLog chassis = history.frames("chassis");
    private long now = 10 * MS;

    @Test
    void a_false_answer_is_seen_to_the_request_that_it_answers_and_from_that_unit_alone() {
        Entry fault = fault("false-answer", "BRK 22F195 7FSS31");
        said("BRK", "7F2231");
        asked("BRK", "22F191");
        said("BRK", "7F2231");
        asked("BRK", "22F195");
        said("ADAS", "7F2231");
        said("BRK", "7F2221");
        assertThat(seen(fault)).isEmpty();

        Entry answer = said("BRK", "7F2231");

        assertThat(seen(fault).orElseThrow().records()).containsExactly(answer);
    }

    @Test
    void pending_for_ever_is_seen_when_it_comes_again_and_pending_once_at_once() {
        Entry fault = fault("endless-pending", "BRK 22F195 1000");
        Entry once = fault("endless-pending", "BRK 22F195 0");
        said("BRK", "7F2278");
        asked("BRK", "22F195");
        said("BRK", "7F3178");
        assertThat(seen(once)).isEmpty();

        said("BRK", "7F2278");
        assertThat(seen(once)).isPresent();
        assertThat(seen(fault)).isEmpty();

        said("BRK", "7F2278");
        assertThat(seen(fault)).isPresent();
    }

    @Test
    void a_second_responder_is_seen_by_one_answer_too_many_that_differs() {
        Entry fault = fault("second-responder", "ADAS 227061 62706101");
        asked("ADAS", "227061");
        said("ADAS", "62706100");
        said("ADAS", "62706100");
        assertThat(seen(fault)).isEmpty();

        said("ADAS", "62706101");

        assertThat(seen(fault)).isPresent();
    }

    @Test
    void a_flood_is_seen_in_one_answer_with_so_many_codes() {
        Entry fault = fault("code-flood", "BRK 3");
        said("BRK", "5902FF" + "C1008708".repeat(2));
        said("BRK", "5902FF" + "C1008708".repeat(2));
        assertThat(seen(fault)).isEmpty();

        said("BRK", "5902FF" + "C1008708".repeat(3));

        assertThat(seen(fault)).isPresent();
    }

    @Test
    void a_blocked_route_is_seen_when_others_are_asked_and_the_unit_never_is() {
        Entry fault = fault("route-blocked", "BMS");
        assertThat(seen(fault)).isEmpty();
        asked("BRK", "22F195");
        assertThat(seen(fault)).isPresent();

        asked("BMS", "22F195");

        assertThat(seen(fault)).isEmpty();
    }

    @Test
    void a_lost_answer_is_seen_by_the_same_request_that_comes_again_unanswered() {
        Entry fault = fault("answer-lost", "BMS 76");
        asked("BMS", "3601");
        said("BMS", "7601");
        asked("BMS", "3601");
        asked("BMS", "3602");
        assertThat(seen(fault)).isEmpty();

        asked("BMS", "3602");

        assertThat(seen(fault)).isPresent();
    }

    @Test
    void another_tester_is_seen_by_its_classical_frame() {
        Entry fault = fault("intruder", "BMS 1101");
        chassis.append(now + MS, 0x7E4, FrameLog.FLAG_FD, HexFormat.of().parseHex("021101"));
        frame(0x7E4, "021003");
        assertThat(seen(fault)).isEmpty();

        frame(0x7E4, "021101");

        assertThat(seen(fault)).isPresent();
    }

    @Test
    void an_answer_under_the_foreign_identifier_is_seen() {
        Entry fault = fault("foreign-identifier", "BRK 22F195 7A0 62F195");
        frame(0x7EE, "0362F195");
        assertThat(seen(fault)).isEmpty();

        frame(0x7A0, "0362F195");

        assertThat(seen(fault)).isPresent();
    }

    @Test
    void lateness_is_seen_from_the_first_request_to_the_first_answer() {
        Entry fault = fault("late-answers", "BRK 100");
        frame(0x706, "0322F195");
        frame(0x70E, "0662F195313233");
        frame(0x7E6, "0322F195");
        now += 98 * MS;
        assertThat(seen(fault)).isEmpty();

        now += 10 * MS;
        frame(0x7EE, "101362F195313233");

        assertThat(seen(fault)).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lost-frame, 1013AABBCCDDEEFF 3000000000 21AABBCCDDEEFF00 22AABB, 1013AABBCCDDEEFF 3000000000 22AABB",
        "wrong-number, 1013AABBCCDDEEFF 3000000000 21AABBCCDDEEFF00 22AABB, 1013AABBCCDDEEFF 3000000000 29AABBCCDDEEFF00 22AABB",
        "reordered-frames, 1013AABBCCDDEEFF 3000000000 21AABBCCDDEEFF00 22AABB, 1013AABBCCDDEEFF 3000000000 22AABB 21AABB",
        "doubled-frame, 1013AABBCCDDEEFF 3000000000 21AABBCCDDEEFF00 22AABB, 1013AABBCCDDEEFF 3000000000 21AABB 21AABB",
        "overflow, 1013AABBCCDDEEFF 3000000000 21AABB, 1013AABBCCDDEEFF 3200000000",
        "wait, 1013AABBCCDDEEFF 3000000000 21AABB, 1013AABBCCDDEEFF 3100000000",
        "block-size-1, 1013AABBCCDDEEFF 3000000000 21AABB, 1013AABBCCDDEEFF 3001000000 21AABB",
        "stmin-127, 1013AABBCCDDEEFF 3000000000 21AABB, 1013AABBCCDDEEFF 30007F0000 21AABB",
        "no-flow-control, 1013AABBCCDDEEFF 3000000000 21AABB, 1013AABBCCDDEEFF",
        "late-frame, 1013AABBCCDDEEFF 3000000000 21AABB, 1013AABBCCDDEEFF 3000000000 pause 21AABB"
    })
    void what_the_transport_suffers_is_seen_in_the_frames_and_a_sound_conversation_shows_nothing(
            String what, String sound, String faulty) {
        Entry fault = fault("transport", "BRK responses " + what + " once");
        conversation(sound);
        assertThat(seen(fault)).isEmpty();

        conversation(faulty);
        now += 1500 * MS;
        frame(0x100, "00");

        assertThat(seen(fault)).isPresent();
    }

    private void conversation(String frames) {
        for (String data : frames.split(" ")) {
            if (data.equals("pause")) {
                now += 2500 * MS;
            } else {
                frame(data.startsWith("3") ? 0x7E6 : 0x7EE, data);
            }
        }
    }

    private void frame(int id, String data) {
        now += MS;
        chassis.append(now, id, 0, HexFormat.of().parseHex(data));
    }

    private Entry asked(String ecu, String pdu) {
        return message(ecu, "request", pdu, pdu.substring(0, 2), null);
    }

    private Entry said(String ecu, String pdu) {
        boolean negative = pdu.startsWith("7F");
        String sid =
                negative ? pdu.substring(2, 4) : "%02X".formatted(Integer.parseInt(pdu.substring(0, 2), 16) - 0x40);
        return message(ecu, "response", pdu, sid, negative ? pdu.substring(4) : null);
    }

    private Entry message(
            String ecu, String direction, String pdu, String sid, @org.jspecify.annotations.Nullable String nrc) {
        now += MS;
        return history.add(
                now,
                Kind.UDS,
                "chassis",
                Fields.of("ecu", ecu)
                        .and("direction", direction)
                        .and("pdu", pdu)
                        .and("sid", sid)
                        .and("nrc", nrc));
    }

    private Entry fault(String kind, String target) {
        return history.add(
                now,
                Kind.FAULT,
                "nemesis",
                Fields.of("fault", kind).and("target", target).and("state", "injected"));
    }

    private Optional<Sighting> seen(Entry injected) {
        return Witness.of(Fault.of(injected)).seenIn(history, injected);
    }
}

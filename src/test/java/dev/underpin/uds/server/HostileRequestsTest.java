package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Sid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests at random and requests that are nearly right: never a crash, never silence to a physical one, never a foreign code. */
class HostileRequestsTest {
    private static final int REQUESTS = 50_000;
    private static final List<String> GOOD = Stream.of(
                    "10 01",
                    "10 02",
                    "10 03",
                    "11 01",
                    "14 FF FF FF",
                    "14 0A A6 1A 01",
                    "19 01 08",
                    "19 02 FF",
                    "19 03",
                    "19 04 0A A6 1A 01",
                    "19 05 01",
                    "19 06 0A A6 1A FF",
                    "19 07 E0 FF",
                    "19 08 E0 FF",
                    "19 09 0A A6 1A",
                    "19 0A",
                    "19 0B",
                    "19 14",
                    "19 15",
                    "19 16 01",
                    "19 17 FF 01",
                    "19 18 0A A6 1A 01 01",
                    "19 19 0A A6 1A 01 01",
                    "19 1A 01",
                    "19 42 33 FF E0",
                    "19 55 33",
                    "19 56 33 01",
                    "22 F1 90 F1 8C",
                    "23 22 20 00 00 04",
                    "24 F1 90",
                    "27 01",
                    "27 02 12 23",
                    "28 00 01",
                    "29 00",
                    "29 02 00 00 01 00 00 01 05",
                    "29 04 00 01 00 01 00",
                    "29 05 00 06 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00",
                    "29 06 06 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 02 0C 0D 00 00 00 00",
                    "29 08",
                    "29 01 00 00 01 00 00 00",
                    "29 03 00 02 0C 0D 00 00",
                    "2A 01 A0",
                    "2A 04",
                    "2C 01 F2 01 F1 90 01 01",
                    "2C 02 F2 01 22 20 00 00 04",
                    "2C 03",
                    "2E F1 84 01 02",
                    "2F 9B 00 03 01",
                    "31 01 02 03",
                    "31 01 FF 00 00 00 00 00",
                    "34 00 44 00 00 00 00 00 00 00 08",
                    "35 00 22 20 00 00 04",
                    "36 01",
                    "36 01 01 02 03 04",
                    "37",
                    "38 01 00 01 61 00 01 02 02",
                    "38 04 00 01 61 00",
                    "38 05 00 01 2F",
                    "3D 12 20 00 01 07",
                    "3E 00",
                    "84 00 61 00 00 02 00 01 3E 00 00 00",
                    "85 02",
                    "86 01 02 08 19 01 08",
                    "86 03 02 01 03 22 01 03",
                    "86 07 02 01 03 02 00 00 00 05 0A 20 18 22 01 03",
                    "86 08 02 0D",
                    "86 09 02 08 04 FF",
                    "86 05 02",
                    "86 45 02",
                    "86 06 02",
                    "86 00 02",
                    "87 01 12",
                    "87 03")
            .toList();

    private final Bench bench = new Bench();
    private final Bench twin = new Bench();
    private final Entropy chance = new Entropy(14229);
    private final Map<Integer, Set<Integer>> codes = new TreeMap<>();

    @Test
    void random_requests_are_all_answered_with_a_code_of_the_standard() {
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = chance.bytes(1 + (int) chance.below(12));
            if (chance.below(4) != 0) {
                byte[] good = HexFormat.ofDelimiter(" ").parseHex(GOOD.get((int) chance.below(GOOD.size())));
                request[0] = good[0];
            }
            answered(request);
        }
    }

    @Test
    void requests_that_are_nearly_right_are_all_answered_with_a_code_that_their_service_may_give() {
        for (int i = 0; i < REQUESTS; i++) {
            answered(mutated(HexFormat.ofDelimiter(" ").parseHex(GOOD.get((int) chance.below(GOOD.size())))));
        }

        assertThat(codes).allSatisfy((sid, given) -> assertThat(allowed(sid)).containsAll(given));
    }

    private byte[] mutated(byte[] good) {
        byte[] request = good.clone();
        switch ((int) chance.below(5)) {
            case 0 -> request[(int) chance.below(request.length)] = (byte) chance.below(256);
            case 1 -> request[(int) chance.below(request.length)] ^= (byte) (1 << chance.below(8));
            case 2 -> request = Arrays.copyOf(request, 1 + (int) chance.below(request.length + 4L));
            default -> request[0] = good[0];
        }
        return request;
    }

    /** Two servers in step, of which the second is asked without the suppress bit: so it is known what the bit hides. */
    private void answered(byte[] request) {
        byte[] plain = request.clone();
        boolean suppressed = Sid.hasSubFunction(request[0] & 0xFF) && request.length > 1 && request[1] < 0;
        if (suppressed) {
            plain[1] &= 0x7F;
        }
        List<String> heard = heard(bench, request);
        List<String> openly = heard(twin, plain);
        String text = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(request);
        boolean hidden = suppressed && openly.size() == 1 && !openly.getFirst().startsWith("7F");

        assertThat(heard).as(text).isEqualTo(hidden ? List.of() : openly);
        assertThat(openly).as(text).isNotEmpty();
        for (String message : openly) {
            if (message.startsWith("7F")) {
                int code = Integer.parseInt(message.substring(6), 16);
                assertThat(Nrc.of(code)).as(message).isNotNull();
                codes.computeIfAbsent(request[0] & 0xFF, sid -> new TreeSet<>()).add(code);
            }
        }
    }

    private static List<String> heard(Bench bench, byte[] request) {
        List<String> heard = answers(bench.ask(HexFormat.ofDelimiter(" ").formatHex(request)), request);
        while (!bench.ecu.owed.isEmpty()) {
            bench.pass(45 * Nanos.MILLISECOND);
            bench.ecu.owed.removeFirst().positive();
            bench.pass(Nanos.MILLISECOND);
            heard.addAll(answers(bench.heard(), request));
        }
        return heard;
    }

    private static List<String> answers(String messages, byte[] request) {
        return new ArrayList<>(Arrays.stream(messages.split(", "))
                .filter(message -> isAnswer(message, request))
                .toList());
    }

    private static boolean isAnswer(String message, byte[] request) {
        String sid = "%02X".formatted(request[0]);
        String positive = "%02X".formatted((request[0] & 0xFF) + Sid.POSITIVE_OFFSET & 0xFF);
        return message.startsWith("7F " + sid) || message.startsWith(positive);
    }

    /** Codes of the services' own tables of ISO 14229-1:2020, beside those that any service may give. */
    private static Set<Integer> allowed(int sid) {
        Set<Integer> allowed =
                new TreeSet<>(Set.of(0x11, 0x12, 0x13, 0x14, 0x21, 0x22, 0x31, 0x33, 0x34, 0x78, 0x7E, 0x7F));
        allowed.addAll(
                switch (sid) {
                    case Sid.SECURITY_ACCESS -> Set.of(0x24, 0x35, 0x36, 0x37);
                    case Sid.AUTHENTICATION ->
                        Set.of(0x24, 0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x5C, 0x5D);
                    case Sid.ROUTINE_CONTROL, Sid.LINK_CONTROL, Sid.RESPONSE_ON_EVENT -> Set.of(0x24);
                    case Sid.REQUEST_DOWNLOAD, Sid.REQUEST_UPLOAD, Sid.FILE_TRANSFER -> Set.of(0x70);
                    case Sid.TRANSFER_DATA -> Set.of(0x24, 0x71, 0x72, 0x73, 0x92, 0x93);
                    case Sid.TRANSFER_EXIT -> Set.of(0x24, 0x70, 0x72);
                    case Sid.WRITE_DATA, Sid.WRITE_MEMORY, Sid.CLEAR_DTC -> Set.of(0x72);
                    case Sid.SECURED_DATA -> Set.of(0x38, 0x39, 0x3A);
                    default -> Set.<Integer>of();
                });
        return allowed;
    }
}

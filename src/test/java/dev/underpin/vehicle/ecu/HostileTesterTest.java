package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.uds.Sid;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests at random to two control units in step, of which the second is asked without the suppress bit: each physical request is answered,
 * and the bit hides positive responses and nothing else.
 */
class HostileTesterTest {
    private static final int REQUESTS = 10_000;
    private static final long P2 = 60 * Nanos.MILLISECOND;
    private static final byte[] SERVICES =
            HexFormat.of().parseHex("101114192223242728292A2C2E2F313435363738" + "3D3E8485868799");

    @ParameterizedTest
    @ValueSource(strings = {"BMS", "TCU", "OBC"})
    void no_request_silences_or_breaks_a_control_unit_and_the_suppress_bit_hides_positive_responses_only(String name) {
        EcuBench bench = new EcuBench(name).on();
        EcuBench twin = new EcuBench(name).on();
        Entropy chance = new Entropy(26);
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = chance.bytes(1 + (int) chance.below(8));
            request[0] = SERVICES[(int) chance.below(SERVICES.length)];
            boolean sub = request.length > 1 && Sid.hasSubFunction(request[0] & 0xFF);
            if (sub) {
                request[1] = (byte) ((request[1] & 0x80) | chance.below(chance.below(2) == 0 ? 8 : 128));
            }
            judge(bench, twin, request, sub && request[1] < 0);
            if (request[0] == 0x11 || request[0] == 0x31) {
                bench.run(2 * bench.spec.bootMillis());
                twin.run(2 * bench.spec.bootMillis());
            }
            if (chance.below(4) == 0) {
                answers(bench, new byte[] {0x10, 0x03});
                answers(twin, new byte[] {0x10, 0x03});
            }
        }
        bench.off();
        bench.on();
        assertThat(bench.ask("22 F186")).isEqualTo("62F18601");
    }

    private static void judge(EcuBench bench, EcuBench twin, byte[] request, boolean suppressed) {
        byte[] plain = request.clone();
        if (suppressed) {
            plain[1] &= 0x7F;
        }
        List<String> heard = answers(bench, request);
        List<String> openly = answers(twin, plain);
        String text = HexFormat.of().withUpperCase().formatHex(request);
        boolean hidden = suppressed && openly.size() == 1 && !openly.getFirst().startsWith("7F");

        assertThat(openly).as(text).isNotEmpty();
        assertThat(heard).as(text).isEqualTo(hidden ? List.of() : openly);
    }

    /** What a control unit says to a request until it has said its last word, or P2 is over. */
    private static List<String> answers(EcuBench bench, byte[] request) {
        bench.tester.responses.clear();
        bench.tester.tell(request, false);
        bench.scheduler.runUntil(bench.scheduler.now() + P2);
        while (!bench.tester.responses.isEmpty()
                && bench.tester.responses.getLast().endsWith("78")
                && bench.tester.responses.getLast().length() == 6) {
            bench.scheduler.runUntil(bench.scheduler.now() + P2);
        }
        return List.copyOf(bench.tester.responses);
    }
}

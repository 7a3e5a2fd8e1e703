package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests at random to whole control units: each physical one without suppress bit is answered, and no unit breaks. */
class HostileTesterTest {
    private static final int REQUESTS = 10_000;
    private static final byte[] SERVICES =
            HexFormat.of().parseHex("101114192223242728292A2C2E2F313435363738" + "3D3E8485868799");
    private static final Set<Integer> WITH_SUB_FUNCTION =
            Set.of(0x10, 0x11, 0x19, 0x27, 0x28, 0x29, 0x2C, 0x31, 0x3E, 0x85, 0x86, 0x87);

    @ParameterizedTest
    @ValueSource(strings = {"BMS", "TCU", "OBC"})
    void no_request_silences_or_breaks_a_control_unit(String name) {
        EcuBench bench = new EcuBench(name).on();
        Entropy chance = new Entropy(26);
        for (int i = 0; i < REQUESTS; i++) {
            byte[] request = chance.bytes(1 + (int) chance.below(8));
            request[0] = SERVICES[(int) chance.below(SERVICES.length)];
            boolean sub = request.length > 1 && WITH_SUB_FUNCTION.contains(request[0] & 0xFF);
            if (sub) {
                request[1] = (byte) chance.below(chance.below(2) == 0 ? 8 : 128);
            }
            String text = HexFormat.of().withUpperCase().formatHex(request);

            assertThat(bench.ask(text)).as(text).isNotEmpty();

            if (request[0] == 0x11 || request[0] == 0x31) {
                bench.run(2 * bench.spec.bootMillis());
            }
            if (chance.below(4) == 0) {
                bench.ask("1003");
            }
        }
        bench.off();
        bench.on();
        assertThat(bench.ask("22 F186")).isEqualTo("62F18601");
    }
}

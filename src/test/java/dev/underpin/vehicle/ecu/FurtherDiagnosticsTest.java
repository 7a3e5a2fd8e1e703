package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.uds.Nrc;
import dev.underpin.vehicle.ecu.Application.Intrusion;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The services that the table gives the battery management beyond the usual ones. */
class FurtherDiagnosticsTest {
    private final EcuBench bench = new EcuBench("BMS").on();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "23 14 00400000 02, 63FFFF",
        "23 14 004000FF 02, 7F2331",
        "23 14 00500000 02, 7F2331",
        "24 4910, 644910029500E0010000A135",
        "24 490C, 64490C129500F0010000A10D",
        "24 4920, 64492002A145A110",
        "24 4921, 64492151",
        "24 F190, 64F1906F62",
        "24 1234, 7F2431",
        "2C 01 F240 4910 01 02, 6C01F240",
        "29 08, 690802",
        "38 05 0001 2F, 7F387F"
    })
    void a_request_in_the_default_session_is_answered(String request, String answer) {
        assertThat(bench.ask(request)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23", "24", "29", "2A", "2C", "2F", "35", "36", "37", "38", "3D", "84", "86", "87"})
    void every_further_service_is_reachable(String sid) {
        unlock();

        assertThat(bench.ask(sid)).startsWith("7F" + sid).doesNotEndWith("11").doesNotEndWith("7F");
    }

    @Test
    void a_unit_to_which_the_table_gives_none_has_none() {
        EcuBench charger = new EcuBench("OBC").on();

        assertThat(charger.ask("24 F190")).isEqualTo("7F2411");
    }

    @Test
    void written_memory_survives_power_loss() {
        bench.ask("10 03");
        assertThat(bench.ask("3D 14 00400010 02 0102")).isEqualTo("7F3D33");
        unlock();
        assertThat(bench.ask("3D 14 00400010 02 0102")).isEqualTo("7D140040001002");
        bench.off();
        bench.on();

        assertThat(bench.ask("23 14 0040000F 04")).isEqualTo("63FF0102FF");
    }

    @Test
    void an_output_is_adjusted_and_given_back_with_the_session() {
        bench.ask("10 03");

        assertThat(bench.ask("2F 4931 03 01")).startsWith("6F493103");
        assertThat(bench.ask("2F 4931 03 02")).isEqualTo("7F2F31");
        assertThat(bench.ask("2F 4910 03 0000")).isEqualTo("7F2F31");
        bench.ask("10 01");

        assertThat(bench.application.events).contains("adjust 1.0", "release");
    }

    @Test
    void the_state_of_the_vehicle_can_forbid_a_control() {
        bench.ask("10 03");
        bench.application.vetoes.put(Intrusion.CONTROL, Nrc.SPEED_TOO_HIGH);

        assertThat(bench.ask("2F 4931 03 01")).isEqualTo("7F2F88");
    }

    @Test
    void periodic_data_come_on_the_way_of_the_tester_that_asked() {
        bench.ask("10 03");
        bench.ask("2C 01 F240 4910 01 02");
        assertThat(bench.ask("2A 03 40")).isEqualTo("6A");
        bench.tester.responses.clear();

        bench.run(101);

        assertThat(bench.tester.responses).containsExactly("400064", "400064");
    }

    @Test
    void files_are_kept_while_there_is_room() {
        unlock();
        assertThat(bench.ask("38 01 0001 61 00 04 00010001 00010001")).isEqualTo("7F3870");
        assertThat(bench.ask("38 01 0001 61 00 01 02 02")).startsWith("780104");
        bench.ask("36 01 0A0B");
        bench.ask("37");
        bench.off();
        bench.on();
        unlock();

        bench.ask("38 04 0001 61 00");
        assertThat(bench.ask("36 01")).isEqualTo("76010A0B");
    }

    @Test
    void a_secured_request_is_served_once_also_across_a_reset() {
        bench.ask("10 03");
        String request = secured(1, "22 F186");
        assertThat(bench.ask(request)).startsWith("C400200000100001" + "62F18603");
        bench.off();
        bench.on();
        bench.ask("10 03");

        assertThat(bench.ask(request)).isEqualTo("7F843A");
        assertThat(bench.ask(secured(2, "22 F186"))).startsWith("C400200000100002");
    }

    @Test
    void a_change_of_a_codes_status_is_told_unasked() {
        bench.ask("10 03");
        bench.ask("86 01 02 01 19 0D");
        bench.ask("86 05 02");
        bench.tester.responses.clear();

        bench.application.context().monitor("P0AA6-1A").failed();
        bench.run(150);

        assertThat(bench.tester.responses).containsExactly("590DFF0AA61AAF");
    }

    @Test
    void the_controller_runs_at_the_agreed_rate_until_the_session_ends() {
        bench.ask("10 03");

        assertThat(bench.ask("87 01 13")).isEqualTo("7F8731");
        assertThat(bench.ask("87 01 11")).isEqualTo("C701");
        assertThat(bench.rates).isEmpty();
        assertThat(bench.ask("87 03")).isEqualTo("C703");
        assertThat(bench.rates).containsExactly(250_000L);
        bench.run(6_000);

        assertThat(bench.rates).containsExactly(250_000L, 500_000L);
    }

    @Test
    void a_mask_names_the_lamps_that_are_controlled() {
        EcuBench telematics = new EcuBench("TCU").on();
        telematics.ask("10 03");

        assertThat(telematics.ask("2F 7545 03 010101 40")).isEqualTo("6F754503000100");
        assertThat(telematics.ask("2F 7545 03 010201 40")).isEqualTo("7F2F31");
        telematics.ask("10 03");

        assertThat(telematics.application.events).contains("release 0", "release 1", "release 2");
    }

    @Test
    void memory_of_the_telematics_unit_is_written_inside_secured_requests_only() {
        EcuBench telematics = new EcuBench("TCU").on();
        unlock(telematics);

        assertThat(telematics.ask("3D 14 00400010 02 0102")).isEqualTo("7F3D38");
        assertThat(telematics.ask(secured(1, "3D 14 00400010 02 0102")))
                .startsWith("C400200000100001" + "7D140040001002");
    }

    @Test
    void a_stored_event_outlives_power_loss() {
        bench.ask("86 01 02 01 19 0D");
        assertThat(bench.ask("86 45 02")).isEqualTo("C6450002");
        bench.off();
        bench.on();
        bench.tester.responses.clear();

        bench.application.context().monitor("P0AA6-1A").failed();
        bench.run(150);

        assertThat(bench.tester.responses).containsExactly("590DFF0AA61AAF");
    }

    private void unlock() {
        unlock(bench);
    }

    private static void unlock(EcuBench bench) {
        bench.ask("10 03");
        byte[] seed = HexFormat.of().parseHex(bench.ask("27 01").substring(4));
        bench.ask("27 02" + HexFormat.of().formatHex(SecretKeys.key(EcuBench.SECRET, seed)));
    }

    private static String secured(int counter, String inner) {
        byte[] message = HexFormat.of().parseHex(inner.replace(" ", ""));
        byte[] body = ByteBuffer.allocate(8 + message.length)
                .put(new byte[] {(byte) 0x84, 0, 0x61, 0, 0, 16})
                .putShort((short) counter)
                .put(message)
                .array();
        return HexFormat.of().formatHex(body)
                + HexFormat.of().formatHex(new SecretChannel(EcuBench.SECRET, new NonVolatile()).code(body));
    }
}

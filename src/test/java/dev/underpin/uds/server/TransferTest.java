package dev.underpin.uds.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ISO 14229-1:2020 clauses 15.2, 15.4 and 15.5; the double takes blocks of four bytes. */
class TransferTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void unlocked() {
        bench.given("10 03, 10 02, 27 01, 27 02 12 23");
        bench.ecu.asked.clear();
    }

    @Test
    void a_download_gives_the_longest_block_and_ends_when_every_byte_has_come() {
        assertThat(bench.ask("34 00 44 00 00 10 00 00 00 00 06")).isEqualTo("74 40 00 00 00 06");
        assertThat(bench.ask("36 01 01 02 03 04")).isEqualTo("76 01");
        assertThat(bench.ask("37")).isEqualTo("7F 37 24");
        assertThat(bench.ask("36 02 05 06")).isEqualTo("76 02");
        assertThat(bench.ask("37")).isEqualTo("77");
        assertThat(bench.ecu.flash.toByteArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(bench.ecu.asked).containsExactly("download 4096 6", "exit");
    }

    @Test
    void address_and_size_may_be_short() {
        assertThat(bench.ask("34 00 12 10 00 06")).isEqualTo("74 40 00 00 00 06");
        assertThat(bench.ecu.asked).containsExactly("download 4096 6");
    }

    @Test
    void a_repeated_block_is_answered_again_and_written_once() {
        begin(8);
        bench.given("36 01 01 02 03 04");

        assertThat(bench.ask("36 01 01 02 03 04")).isEqualTo("76 01");
        assertThat(bench.ask("36 02 05 06 07 08")).isEqualTo("76 02");
        assertThat(bench.ecu.flash.toByteArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void the_block_before_the_previous_one_is_a_wrong_counter() {
        begin(12);
        bench.given("36 01 01 02 03 04, 36 02 05 06 07 08");

        assertThat(bench.ask("36 01 01 02 03 04")).isEqualTo("7F 36 73");
    }

    @Test
    void the_counter_passes_from_255_to_0() {
        begin(300);
        for (int counter = 1; counter < 256; counter++) {
            bench.ask("36 %02X 00".formatted(counter).toUpperCase(Locale.ROOT));
        }

        assertThat(bench.ask("36 00 00")).isEqualTo("76 00");
        assertThat(bench.ask("36 01 00")).isEqualTo("76 01");
    }

    @Test
    void more_bytes_than_announced_suspend_the_transfer() {
        begin(3);

        assertThat(bench.ask("36 01 01 02 03 04")).isEqualTo("7F 36 71");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"PROGRAMMING_FAILURE, 7F 36 72", "VOLTAGE_TOO_LOW, 7F 36 93", "VOLTAGE_TOO_HIGH, 7F 36 92"})
    void a_block_that_could_not_be_written_may_come_again(Nrc trouble, String answer) {
        begin(4);
        bench.ecu.blockResult = trouble;
        assertThat(bench.ask("36 01 01 02 03 04")).isEqualTo(answer);
        bench.ecu.blockResult = Nrc.POSITIVE;

        assertThat(bench.ask("36 01 01 02 03 04")).isEqualTo("76 01");
    }

    @Test
    void a_slow_flash_cell_is_waited_for() {
        begin(4);
        bench.ecu.slowFlash = true;
        bench.put("36 01 01 02 03 04", false);
        bench.pass(100 * Nanos.MILLISECOND);

        bench.ecu.owed.getFirst().positive();

        assertThat(bench.heard()).isEqualTo("7F 36 78, 76 01");
        assertThat(bench.ask("37")).isEqualTo("77");
    }

    @ParameterizedTest
    @CsvSource({"10 01", "10 02"})
    void a_change_of_session_ends_the_download(String change) {
        begin(4);
        bench.given(change);
        bench.given("10 03, 10 02");

        assertThat(bench.ecu.asked).contains("abort");
        assertThat(bench.ask("36 01 01")).isEqualTo("7F 36 24");
    }

    @Test
    void so_does_the_session_timeout() {
        begin(4);
        bench.pass(6 * Nanos.SECOND);

        assertThat(bench.ecu.asked).contains("abort");
    }

    private void begin(int size) {
        bench.given("34 00 44 00 00 00 00 00 00 %02X %02X".formatted(size >> 8, size & 0xFF));
    }
}

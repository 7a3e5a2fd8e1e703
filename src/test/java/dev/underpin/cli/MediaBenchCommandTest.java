package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MediaBenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void without_an_interface_only_emulated_devices_are_measured() {
        assertThat(bench("--json")).isZero();

        JsonNode figures = JsonMapper.shared().readTree(out.toString());
        assertThat(figures.propertyNames()).containsExactly("slcan_line_share", "middle_man_added_microseconds");
        assertThat(figures.path("slcan_line_share").asDouble()).isBetween(0.95, 1.0);
        assertThat(figures.path("middle_man_added_microseconds").asLong()).isCloseTo(222, within(20L));
    }

    @Test
    void an_interface_that_is_missing_is_told_before_anything_is_measured() {
        assertThat(bench("--interface", "nocan7")).isEqualTo(2);

        assertThat(err.toString()).contains("interface nocan7: expected a CAN interface of this machine");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void more_frames_than_the_kernel_keeps_for_a_socket_are_refused() {
        assertThat(bench("--frames", "15001")).isEqualTo(2);

        assertThat(err.toString()).contains("--frames: expected 1 to 15000, found 15001");
    }

    private int bench(String... arguments) {
        String[] words = new String[arguments.length + 2];
        words[0] = "bench";
        words[1] = "media";
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        return Underpin.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}

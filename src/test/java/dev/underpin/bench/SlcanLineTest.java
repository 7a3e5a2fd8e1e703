package dev.underpin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlcanLineTest {
    @ParameterizedTest
    @MethodSource("lines")
    void at_least_95_percent_of_the_line_to_the_adapter_is_used(int baud, long delay) {
        assertThat(SlcanLine.shareSent(baud, delay)).isBetween(0.95, 1.0);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void at_least_95_percent_of_the_line_from_the_adapter_arrives_as_frames(int baud, long delay) {
        assertThat(SlcanLine.shareHeard(baud, delay)).isBetween(0.95, 1.0);
    }

    private static Stream<Arguments> lines() {
        return SlcanLine.BAUDS.stream()
                .flatMap(baud -> Stream.of(0L, 125 * Nanos.MICROSECOND, Nanos.MILLISECOND)
                        .map(delay -> Arguments.of(baud, delay)));
    }
}

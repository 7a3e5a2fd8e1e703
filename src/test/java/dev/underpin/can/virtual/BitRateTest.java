package dev.underpin.can.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node whose controller runs at another bit rate than its bus. */
class BitRateTest {
    private static final CanFrame FRAME = CanFrame.classic(0x123, (byte) 0x55, (byte) 0x0F, (byte) 0xA3);
    private static final long MUCH = 400;

    private final Scene scene = new Scene("A", "B", "C");

    @ParameterizedTest
    @ValueSource(longs = {125_000, 250_000, 1_000_000})
    void neither_hears_the_other_and_the_bus_shows_errors(long rate) {
        scene.bus.bitRate("B", rate);

        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.errors("B")).isNotEmpty();
        assertThat(scene.heard).doesNotContain("B " + FRAME);
    }

    @Test
    void back_at_the_rate_of_the_bus_it_takes_part_again() {
        scene.bus.bitRate("B", 250_000);
        scene.send("A", FRAME).run(MUCH);
        scene.bus.bitRate("B", 500_000);
        scene.run(20_000);
        scene.heard.clear();

        scene.send("A", FRAME).run(MUCH);

        assertThat(scene.heard).contains("B " + FRAME, "C " + FRAME);
    }

    @Test
    void two_that_change_together_understand_each_other() {
        Scene pair = new Scene("A", "B");
        pair.bus.bitRate("A", 250_000);
        pair.bus.bitRate("B", 250_000);

        pair.send("A", FRAME).run(MUCH);

        assertThat(pair.heard).contains("B " + FRAME);
    }
}

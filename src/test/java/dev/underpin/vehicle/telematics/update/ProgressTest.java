package dev.underpin.vehicle.telematics.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final List<Integer> told = new ArrayList<>();
    private final Progress progress = new Progress(100, told::add);

    @Test
    void parts_that_were_there_before_are_told_once_and_together_with_what_comes_next() {
        progress.here(20);
        progress.here(20);
        progress.within(15);

        assertThat(told).containsExactly(55);
    }

    @Test
    void it_never_falls_and_leaves_the_last_percent_to_the_check() {
        progress.within(30);
        progress.within(10);
        progress.finished(100);

        assertThat(told).containsExactly(30, 99);
    }
}

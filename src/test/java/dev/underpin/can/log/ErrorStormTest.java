package dev.underpin.can.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus.BusError;
import dev.underpin.can.CanFrame;
import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import dev.underpin.can.statistics.BusStatistics;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorStormTest {
    private final FrameLog log = new History().frames("drive");
    private final FrameRecorder recorder = new FrameRecorder(log);

    private void storm(long second, int errors) {
        for (int i = 0; i < errors; i++) {
            long at = second * Nanos.SECOND + i * Nanos.SECOND / errors;
            recorder.error(new BusError(at, "A", ErrorKind.BIT, FrameField.DATA, true, 8, 0));
        }
    }

    private List<LogEntry> entries() {
        return IntStream.range(0, log.size())
                .mapToObj(index -> Recorded.entry(log, index))
                .toList();
    }

    private List<Integer> leftOut() {
        return entries().stream()
                .filter(LoggedError.class::isInstance)
                .map(entry -> ((LoggedError) entry).error().leftOut())
                .filter(count -> count > 0)
                .toList();
    }

    private long counted() {
        BusStatistics statistics = new BusStatistics("drive", BusTiming.classic(500_000), 0);
        entries().forEach(statistics::add);
        return statistics.errors();
    }

    @Test
    void a_thousand_error_frames_in_a_second_are_all_kept() {
        storm(0, 1000);
        storm(1, 1000);

        assertThat(entries()).hasSize(2000);
        assertThat(leftOut()).isEmpty();
    }

    @Test
    void what_is_more_is_one_entry_for_each_second_that_says_how_many() {
        storm(3, 80_000);
        storm(4, 1001);

        assertThat(entries()).hasSize(2 * 1001);
        assertThat(leftOut()).containsExactly(79_000, 1);
        assertThat(entries()).isSortedAccordingTo((one, other) -> Long.compare(one.atNanos(), other.atNanos()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1001, 50_000})
    void the_statistics_count_those_that_are_left_out(int errors) {
        storm(0, errors);

        assertThat(counted()).isEqualTo(errors);
    }

    @Test
    void a_bus_that_is_short_for_an_hour_makes_a_log_that_can_be_kept() {
        for (int second = 0; second < 3600; second++) {
            storm(second, 2_000);
        }

        assertThat(log.size()).isLessThan(104_000);
        assertThat(counted()).isEqualTo(7_200_000);
    }

    @Test
    void frames_and_states_are_kept_all_the_same() {
        storm(0, 5_000);
        recorder.frame(999_999_999, "A", CanFrame.classic(0x123));
        recorder.state(999_999_999, "A", ControllerState.BUS_OFF, 256, 0);

        assertThat(entries()).hasSize(1003);
        assertThat(entries().get(1001)).isInstanceOf(LoggedFrame.class);
        assertThat(((LoggedError) entries().getLast()).error().text()).startsWith("bus-off");
    }
}

package dev.underpin.can.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.RandomFrames;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.can.log.Direction;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.can.log.FrameId;
import dev.underpin.can.log.LoggedError;
import dev.underpin.can.log.LoggedFrame;
import dev.underpin.time.Entropy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusStatisticsTest {
    private static final BusTiming TIMING = new BusTiming(500_000, 2_000_000);

    @Test
    void a_bus_on_which_frames_follow_each_other_at_once_is_fully_loaded() {
        CanFrame frame = CanFrame.classic(0x123, (byte) 1, (byte) 2);
        long nanos = FrameLength.nanos(frame, TIMING);
        BusStatistics bus = new BusStatistics("drive", TIMING, 0);

        for (int i = 1; i <= 1000; i++) {
            bus.add(logged(i * nanos, frame));
        }

        assertThat(bus.load()).isEqualTo(1);
        assertThat(bus.curve().load(3)).isEqualTo(1);
        assertThat(bus.ids().getFirst().jitter()).isZero();
        assertThat(bus.ids().getFirst().meanPeriod()).isEqualTo(nanos);
    }

    @Test
    void one_frame_has_no_period_and_error_frames_are_counted_only() {
        BusStatistics bus = new BusStatistics("drive", TIMING, 0);

        bus.add(logged(1_000_000, CanFrame.classic(0x123)));
        bus.add(new LoggedError(2_000_000, "drive", ErrorFrame.unknown()));

        assertThat(bus.frames()).isEqualTo(1);
        assertThat(bus.errors()).isEqualTo(1);
        assertThat(bus.ids()).singleElement().matches(id -> !id.periodic());
    }

    @Test
    void a_bus_without_frames_has_no_load() {
        BusStatistics bus = new BusStatistics("drive", TIMING, 0);

        assertThat(bus.load()).isZero();
        assertThat(bus.span()).isZero();
        assertThat(bus.curve().peak()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void one_pass_tells_what_a_naive_computation_over_the_whole_log_tells(long seed) {
        List<LoggedFrame> log = log(seed, 5_000);
        BusStatistics bus = new BusStatistics("drive", TIMING, 0);
        log.forEach(bus::add);

        Map<FrameId, List<LoggedFrame>> byId =
                log.stream().collect(Collectors.groupingBy(logged -> FrameId.of(logged.frame())));
        long first = log.getFirst().atNanos() - nanos(log.getFirst());
        double span = log.getLast().atNanos() - first;
        assertThat(bus.frames()).isEqualTo(log.size());
        assertThat(bus.ids()).hasSameSizeAs(byId.keySet());
        assertThat(bus.load())
                .isCloseTo(log.stream().mapToLong(BusStatisticsTest::nanos).sum() / span, within(1e-12));
        for (IdStatistics id : bus.ids()) {
            List<LoggedFrame> frames = byId.get(id.id());
            double[] periods = periods(frames);
            assertThat(id.count()).isEqualTo(frames.size());
            assertThat(bus.load(id))
                    .isCloseTo(
                            frames.stream().mapToLong(BusStatisticsTest::nanos).sum() / span, within(1e-12));
            assertThat(id.meanPeriod()).isCloseTo(mean(periods), within(1e-3));
            assertThat((double) id.shortestPeriod())
                    .isEqualTo(java.util.Arrays.stream(periods).min().orElse(0));
            assertThat((double) id.longestPeriod())
                    .isEqualTo(java.util.Arrays.stream(periods).max().orElse(0));
            assertThat(id.jitter()).isCloseTo(deviation(periods), within(1e-3));
        }
    }

    private static List<LoggedFrame> log(long seed, int count) {
        Entropy entropy = new Entropy(seed);
        List<CanFrame> frames = RandomFrames.of(seed, 40).toList();
        List<LoggedFrame> log = new ArrayList<>();
        long at = 5_000_000;
        for (int i = 0; i < count; i++) {
            CanFrame frame = frames.get((int) entropy.below(frames.size()));
            at += FrameLength.nanos(frame, TIMING) + entropy.below(3_000_000);
            log.add(logged(at, frame));
        }
        return log;
    }

    private static double[] periods(List<LoggedFrame> frames) {
        double[] periods = new double[frames.size() - 1];
        for (int i = 0; i < periods.length; i++) {
            periods[i] = frames.get(i + 1).atNanos() - frames.get(i).atNanos();
        }
        return periods;
    }

    private static double mean(double... values) {
        return java.util.Arrays.stream(values).average().orElse(0);
    }

    private static double deviation(double... values) {
        double mean = mean(values);
        return Math.sqrt(java.util.Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    private static long nanos(LoggedFrame logged) {
        return FrameLength.nanos(logged.frame(), TIMING);
    }

    private static LoggedFrame logged(long at, CanFrame frame) {
        return new LoggedFrame(at, "drive", Direction.RX, frame);
    }
}

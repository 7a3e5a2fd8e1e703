package dev.underpin.can.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.RandomFrames;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.can.log.Replay.Tally;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final BusTiming FD = new BusTiming(500_000, 2_000_000);

    private final VirtualScheduler time = new VirtualScheduler();
    private final VirtualBus drive = new VirtualBus(time, "drive", FD, new Entropy(1));
    private final List<LogEntry> seen = new ArrayList<>();
    private int ends;

    ReplayTest() {
        listen(drive);
    }

    private void listen(VirtualBus bus) {
        bus.attach("listener");
        observe(time, bus, seen);
    }

    private static void observe(VirtualScheduler clock, VirtualBus bus, List<LogEntry> into) {
        bus.observe((at, sender, frame) -> into.add(new LoggedFrame(at, bus.name(), Direction.RX, frame)));
    }

    private Replay replay(List<LogEntry> log, ReplayPlan plan) {
        Replay replay = new Replay(time, new InMemory(log), plan, () -> ends++);
        replay.start();
        time.runUntil(time.now() + Nanos.MINUTE);
        return replay;
    }

    private ReplayPlan onDrive() {
        return ReplayPlan.onto(Map.of("drive", drive.attach("replay")));
    }

    private static LoggedFrame at(long millis, CanFrame frame) {
        return new LoggedFrame(Logs.START + millis * Nanos.MILLISECOND, "drive", Direction.RX, frame);
    }

    /** A second of three nodes that often compete for the bus. */
    private static List<LogEntry> recorded() {
        VirtualScheduler clock = new VirtualScheduler();
        VirtualBus bus = new VirtualBus(clock, "drive", FD, new Entropy(1));
        List<LogEntry> log = new ArrayList<>();
        observe(clock, bus, log);
        List<CanPort> ports = List.of(bus.attach("a"), bus.attach("b"), bus.attach("c"));
        Entropy entropy = new Entropy(6);
        RandomFrames.of(6, 3_000).forEach(frame -> {
            CanPort port = ports.get((int) entropy.below(3));
            clock.after(entropy.below(Nanos.SECOND), () -> port.send(frame));
        });
        clock.runUntil(Nanos.MINUTE);
        return log;
    }

    @Test
    void aRecordedSecondIsReplayedInItsOrderAndWithinAFrameOfItsTimes() {
        List<LogEntry> log = recorded();

        Tally tally = replay(log, onDrive()).tally();

        assertThat(tally).isEqualTo(new Tally(3_000, 3_000, 0, 0));
        assertThat(ends).isEqualTo(1);
        long longest = log.stream().mapToLong(ReplayTest::duration).max().orElseThrow();
        long start = log.getFirst().atNanos();
        for (int i = 0; i < log.size(); i++) {
            assertThat(((LoggedFrame) seen.get(i)).frame()).isEqualTo(((LoggedFrame) log.get(i)).frame());
            assertThat(seen.get(i).atNanos() - (log.get(i).atNanos() - start)).isBetween(0L, longest);
        }
    }

    private static long duration(LogEntry entry) {
        return FrameLength.nanos(((LoggedFrame) entry).frame(), FD);
    }

    @ParameterizedTest(name = "{0} times as fast")
    @ValueSource(doubles = {1, 2, 0.5, 10, 1.0 / 3})
    void distancesShrinkBySpeed(double speed) {
        List<LogEntry> log = List.of(
                at(0, CanFrame.classic(1)),
                at(30, CanFrame.classic(1)),
                at(90, CanFrame.classic(1)),
                at(91, CanFrame.classic(1)));

        replay(log, onDrive().atSpeed(speed));

        long first = seen.getFirst().atNanos();
        assertThat(seen.stream().map(entry -> entry.atNanos() - first))
                .containsExactly(
                        0L,
                        Math.round(30_000_000 / speed),
                        Math.round(90_000_000 / speed),
                        Math.round(91_000_000 / speed));
    }

    @Test
    void framesKeepTheirOrderWhereTheirIdentifiersWouldChangeIt() {
        List<LogEntry> log =
                List.of(at(0, CanFrame.classic(0x700)), at(0, CanFrame.classic(0x300)), at(0, CanFrame.classic(0x100)));

        replay(log, onDrive());

        assertThat(seen.stream().map(entry -> ((LoggedFrame) entry).frame().id()))
                .containsExactly(0x700, 0x300, 0x100);
    }

    @Test
    void anEntryBeforeItsPredecessorIsSentTogetherWithIt() {
        replay(List.of(at(5, CanFrame.classic(1)), at(9, CanFrame.classic(2)), at(3, CanFrame.classic(3))), onDrive());

        assertThat(seen.stream().map(entry -> ((LoggedFrame) entry).frame().id()))
                .containsExactly(1, 2, 3);
        assertThat(seen.getLast().atNanos()).isLessThan(5 * Nanos.MILLISECOND);
    }

    @Test
    void identifiersAreFilteredAndRenamed() {
        List<LogEntry> log = List.of(
                at(0, CanFrame.classic(0x100, (byte) 1)),
                at(1, CanFrame.extended(0x100, (byte) 2)),
                at(2, CanFrame.classic(0x200, (byte) 3)),
                at(3, CanFrame.classic(0x300, (byte) 4)),
                new LoggedError(Logs.START + Nanos.SECOND, "drive", ErrorFrame.unknown()));

        Replay replay = replay(
                log,
                onDrive()
                        .only(FrameId.parse("100"), FrameId.parse("200"))
                        .renaming(FrameId.parse("100"), FrameId.parse("18DA10F1")));

        assertThat(seen.stream().map(entry -> ((LoggedFrame) entry).frame()))
                .containsExactly(CanFrame.extended(0x18DA10F1, (byte) 1), CanFrame.classic(0x200, (byte) 3));
        assertThat(replay.tally()).isEqualTo(new Tally(2, 2, 3, 0));
    }

    @Test
    void channelsGoToTheBusesThatThePlanNames() {
        VirtualBus body = new VirtualBus(time, "body", FD, new Entropy(1));
        listen(body);
        List<LogEntry> log = List.of(
                new LoggedFrame(0, "1", Direction.RX, CanFrame.classic(1)),
                new LoggedFrame(5_000_000, "2", Direction.TX, CanFrame.classic(2)),
                new LoggedFrame(9_000_000, "3", Direction.TX, CanFrame.classic(3)));

        Replay replay = replay(log, ReplayPlan.onto(Map.of("1", body.attach("replay"), "2", drive.attach("replay"))));

        assertThat(seen.stream()
                        .map(entry -> entry.channel() + " "
                                + ((LoggedFrame) entry).frame().id()))
                .containsExactly("body 1", "drive 2");
        assertThat(replay.tally()).isEqualTo(new Tally(2, 2, 1, 0));
    }

    @Test
    void aClassicalBusRefusesFdFrames() {
        VirtualBus old = new VirtualBus(time, "drive", BusTiming.classic(500_000), new Entropy(1));
        listen(old);
        List<LogEntry> log = List.of(at(0, CanFrame.fd(1, false, true)), at(1, CanFrame.classic(2)));

        Replay replay = replay(log, ReplayPlan.onto(Map.of("drive", old.attach("replay"))));

        assertThat(replay.tally()).isEqualTo(new Tally(1, 1, 0, 1));
        assertThat(ends).isEqualTo(1);
    }

    @Test
    void aBusOnWhichNobodyListensTakesOneFrameAndHoldsUpNoOther() {
        VirtualBus deaf = new VirtualBus(time, "deaf", FD, new Entropy(1));
        CanPort listener = deaf.attach("listener");
        listener.power(false);
        List<LogEntry> log = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            log.add(new LoggedFrame(i * Nanos.MILLISECOND, "deaf", Direction.RX, CanFrame.classic(1)));
        }
        log.add(new LoggedFrame(5_000 * Nanos.MILLISECOND, "drive", Direction.RX, CanFrame.classic(2)));

        Replay replay =
                replay(log, ReplayPlan.onto(Map.of("deaf", deaf.attach("replay"), "drive", drive.attach("replay"))));

        assertThat(seen).hasSize(1);
        assertThat(replay.tally()).isEqualTo(new Tally(2, 1, 0, 5_000 - 1 - ReplayLane.LONGEST));
        assertThat(ends).isZero();

        replay.stop();
        listener.power(true);
        time.runUntil(time.now() + Nanos.MINUTE);
        assertThat(replay.tally().confirmed()).isEqualTo(2);
        assertThat(ends).isZero();
    }

    @Test
    void anEmptyLogEndsAtOnce() {
        assertThat(replay(List.of(), onDrive()).tally()).isEqualTo(new Tally(0, 0, 0, 0));
        assertThat(ends).isEqualTo(1);
    }

    @Test
    void aMistakeInTheLogIsToldWhenItsTurnComes() {
        byte[] text = "(1.000000) drive 100#00\nnonsense\n".getBytes(StandardCharsets.US_ASCII);
        LogReader log = LogFormat.CANDUMP.reader("bus.log", new ByteArrayInputStream(text));
        Replay replay = new Replay(time, log, onDrive(), () -> ends++);
        replay.start();

        assertThatThrownBy(() -> time.runUntil(Nanos.SECOND))
                .isInstanceOf(UserMistake.class)
                .hasMessageStartingWith("bus.log:2:1: expected (seconds.micros)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aSpeedIsAboveZero(double speed) {
        assertThatIllegalArgumentException().isThrownBy(() -> onDrive().atSpeed(speed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "800", "7E0F", "2FFFFFFF", "xyz"})
    void anIdentifierHasThreeOrEightDigits(String text) {
        assertThatThrownBy(() -> FrameId.parse(text))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("found \"" + text + "\"");
    }

    /** Gives entries from a list. */
    private static final class InMemory implements LogReader {
        private final Iterator<LogEntry> entries;

        InMemory(List<LogEntry> entries) {
            this.entries = entries.iterator();
        }

        @Override
        public @Nullable LogEntry next() throws IOException {
            return entries.hasNext() ? entries.next() : null;
        }

        @Override
        public void close() {}
    }
}

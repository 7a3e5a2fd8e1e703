package dev.underpin.cli;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.can.log.Direction;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.can.log.ErrorReports;
import dev.underpin.can.log.FrameId;
import dev.underpin.can.log.LogEntry;
import dev.underpin.can.log.LogReader;
import dev.underpin.can.log.LoggedError;
import dev.underpin.can.log.LoggedFrame;
import dev.underpin.can.log.Replay;
import dev.underpin.can.log.ReplayPlan;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.virtual.OpenBench;
import dev.underpin.time.Calendar;
import dev.underpin.time.Nanos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** A log replayed by one more node of a bus of the virtual vehicle, and what passes there meanwhile. */
final class ReplayRun {
    /** Long enough for every control unit to boot. */
    private static final long WAKING = 2 * Nanos.SECOND;
    /** How long frames that wait may still go out behind the end of the log. */
    private static final long GRACE = 10 * Nanos.SECOND;

    private static final long STEP = 10 * Nanos.MILLISECOND;

    private final OpenBench open;
    private final String bus;
    private final CanBus medium;
    private final CanPort port;
    private boolean over;
    private long start;

    ReplayRun(OpenBench open, String bus) {
        this.open = open;
        this.bus = bus;
        this.medium = Objects.requireNonNull(open.buses().get(bus));
        this.port = medium.attach("replay");
    }

    /** Takes what passes. */
    interface Sink {
        void take(LogEntry entry) throws IOException;
    }

    /** When the replay began, nanoseconds of civil time. */
    long start() {
        return start;
    }

    /** Wakes the vehicle, replays the channel {@code from} of the log, and closes the vehicle. */
    Replay.Tally play(
            LogReader log, LogSurvey survey, String from, double speed, Map<FrameId, FrameId> renamed, Sink sink) {
        try (Bench bench = open.bench()) {
            bench.driver().ignition(true);
            bench.await().pass(WAKING);
            start = nanos(bench.calendar());
            ReplayPlan plan = new ReplayPlan(Map.of(from, port), speed, survey.ids(), renamed);
            Replay replay = new Replay(open.scheduler(), log, plan, () -> over = true);
            medium.observe(new Passing(bench.calendar(), sink));
            long end = open.scheduler().now() + Math.round(survey.span() / speed) + GRACE;
            replay.start();
            while (!over && open.scheduler().now() < end) {
                bench.await().pass(STEP);
            }
            replay.stop();
            return replay.tally();
        }
    }

    private static long nanos(Calendar calendar) {
        Instant now = calendar.utc();
        return now.getEpochSecond() * Nanos.SECOND + now.getNano();
    }

    /** Tells each frame once, and the errors that the replay's own controller finds. */
    private final class Passing implements CanBus.Observer {
        private final Calendar calendar;
        private final Sink sink;

        private Passing(Calendar calendar, Sink sink) {
            this.calendar = calendar;
            this.sink = sink;
        }

        @Override
        public void frame(long at, String sender, CanFrame frame) {
            Direction direction = sender.equals(port.node()) ? Direction.TX : Direction.RX;
            give(new LoggedFrame(nanos(calendar), bus, direction, frame));
        }

        @Override
        public void error(CanBus.BusError error) {
            if (error.node().equals(port.node())) {
                give(ErrorReports.of(error));
            }
        }

        @Override
        public void state(long at, String node, ControllerState state, int transmitErrors, int receiveErrors) {
            if (node.equals(port.node())) {
                give(ErrorReports.of(state, transmitErrors, receiveErrors));
            }
        }

        private void give(ErrorFrame error) {
            give(new LoggedError(nanos(calendar), bus, error));
        }

        private void give(LogEntry entry) {
            try {
                sink.take(entry);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}

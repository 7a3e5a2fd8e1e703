package dev.underpin.can.log;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends the frames of a log again, in the order of the log and with its distances in time, through the ports of a {@link ReplayPlan}.
 *
 * <p>The first entry of the log, replayed or not, is due at the moment of the start; every other one as much later as in the log, by the
 * speed; one that the log puts before its predecessor, together with that. Each port has one frame on its way at a time, so that
 * identifiers do not change the order: where the bus is slower than the log, frames wait for their predecessors, up to
 * {@value ReplayLane#LONGEST} a port; those beyond are refused, as are those which the bus cannot carry. Error frames are skipped.
 *
 * <p>Threading: the scheduler's thread; the log is read there too, shortly before each entry is due. What goes wrong with the log leaves
 * the scheduler's step as {@link dev.underpin.mistake.UserMistake} or {@link UncheckedIOException}. The caller closes the log, after the
 * end.
 */
public final class Replay {
    private final Scheduler scheduler;
    private final LogReader log;
    private final ReplayPlan plan;
    private final Runnable ended;
    private final Alarm alarm;
    private final Map<CanPort, ReplayLane> lanes = new HashMap<>();
    private @Nullable LogEntry pending;
    private boolean started;
    private boolean over;
    private long origin;
    private long startedAt;
    private long skipped;

    /**
     * A replay that has not begun.
     *
     * @param ended runs once, when the log is at its end and its last frame was confirmed
     */
    public Replay(Scheduler scheduler, LogReader log, ReplayPlan plan, Runnable ended) {
        this.scheduler = scheduler;
        this.log = log;
        this.plan = plan;
        this.ended = ended;
        this.alarm = scheduler.alarm(this::due);
        plan.ports().values().forEach(port -> lanes.computeIfAbsent(port, to -> new ReplayLane(to, this::endIfIdle)));
    }

    /**
     * How many frames were dealt with, and how.
     *
     * @param sent given to a port, which took them
     * @param confirmed of these, transmitted without error
     * @param skipped left out by the plan, or error frames
     * @param refused not taken: the bus cannot carry them, or too many were waiting
     */
    public record Tally(long sent, long confirmed, long skipped, long refused) {}

    /** Begins; once only. */
    public void start() {
        if (started) {
            throw new IllegalStateException("a replay starts once");
        }
        started = true;
        startedAt = scheduler.now();
        pending = next();
        origin = pending == null ? 0 : pending.atNanos();
        arm();
    }

    /** Sends nothing more; frames that a port has already taken still go out. */
    public void stop() {
        alarm.cancel();
        over = true;
        pending = null;
        lanes.values().forEach(ReplayLane::clear);
    }

    /** What was done so far. */
    public Tally tally() {
        return new Tally(
                lanes.values().stream().mapToLong(ReplayLane::sent).sum(),
                lanes.values().stream().mapToLong(ReplayLane::confirmed).sum(),
                skipped,
                lanes.values().stream().mapToLong(ReplayLane::refused).sum());
    }

    private @Nullable LogEntry next() {
        try {
            return log.next();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void due() {
        LogEntry entry = pending;
        while (entry != null && !over && moment(entry) <= scheduler.now()) {
            replay(entry);
            entry = next();
        }
        if (!over) {
            pending = entry;
            arm();
        }
    }

    private void arm() {
        if (pending == null) {
            endIfIdle();
        } else {
            alarm.at(moment(pending));
        }
    }

    private long moment(LogEntry entry) {
        long moment = startedAt + plan.scaled(Math.max(0, entry.atNanos() - origin));
        return moment < startedAt ? Long.MAX_VALUE : moment;
    }

    private void replay(LogEntry entry) {
        CanFrame frame = entry instanceof LoggedFrame logged ? plan.frame(logged) : null;
        ReplayLane lane = frame == null ? null : lanes.get(plan.ports().get(entry.channel()));
        if (frame == null || lane == null) {
            skipped++;
        } else {
            lane.send(frame);
        }
    }

    private void endIfIdle() {
        if (!over && pending == null && lanes.values().stream().allMatch(ReplayLane::idle)) {
            over = true;
            ended.run();
        }
    }
}

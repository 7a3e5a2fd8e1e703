package dev.underpin.can.gate;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;

/**
 * A man in the middle of a bus that is cut in two: it stands on both halves, by two ports of its own, and hands on each frame from either to the
 * other, but for what the interventions at its {@link Gate} do. On a bench these are two interfaces between a control unit and the rest.
 *
 * <p>Each half acknowledges for itself: a sender takes a frame for sent that the man in the middle has, as through any gateway. Idle, it adds
 * to each frame the time until its own port has sent it ({@link #passage}).
 *
 * <p>Threading as {@link CanPort}. Nothing to close but the ports, which their owner closes.
 */
public final class MiddleMan {
    private final Scheduler scheduler;
    private final CanPort near;
    private final Gate gate;
    private long frames;
    private long total;
    private long most;

    /**
     * What passing took, from hearing a frame to having sent it on, nanoseconds of vehicle time. It is the latency added while no
     * intervention is on: a frame that one is about counts as sent at once.
     *
     * @param frames that were sent on
     * @param mean 0 when none passed
     * @param most the longest
     */
    public record Passage(long frames, long mean, long most) {}

    /**
     * Hands on from now on.
     *
     * @param entropy the chance of its interventions
     * @param near its port on the half of the nodes whose frames go {@link Way#TO_BUS}
     * @param far its port on the other half
     */
    public MiddleMan(Scheduler scheduler, Entropy entropy, CanPort near, CanPort far) {
        this.scheduler = scheduler;
        this.near = near;
        gate = new Gate(scheduler, entropy, far);
        near.listen(frame -> {
            long heard = scheduler.now();
            gate.send(frame.kept(), () -> passed(heard));
        });
        gate.listen(this::back);
    }

    private void back(CanFrame frame) {
        long heard = scheduler.now();
        near.send(frame.kept(), () -> passed(heard));
    }

    private void passed(long heard) {
        long took = scheduler.now() - heard;
        frames++;
        total += took;
        most = Math.max(most, took);
    }

    /** Where interventions are added and removed. */
    public Gate gate() {
        return gate;
    }

    /** What passing took so far. */
    public Passage passage() {
        return new Passage(frames, frames == 0 ? 0 : total / frames, most);
    }
}

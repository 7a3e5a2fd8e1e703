package dev.underpin.rig.lease;

import dev.underpin.rig.RigError;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The right to be the only run on a bench. It is given back by closing it; the end of the process gives it back too, but leaves behind
 * who had it, and the next one is told.
 */
public final class Lease implements AutoCloseable {
    private final LeaseFile file;
    private final Optional<Holder> leftBehind;

    private Lease(LeaseFile file, Optional<Holder> leftBehind) {
        this.file = file;
        this.leftBehind = leftBehind;
    }

    /**
     * Takes the lease that lies in {@code place}.
     *
     * @param me who takes it, from now on
     * @throws RigError naming the owner, since when he has it, his process, and what to type
     */
    public static Lease take(Path place, Holder me) {
        LeaseFile file = LeaseFile.open(place);
        if (!file.lock()) {
            Optional<Holder> owner = file.holder();
            file.close();
            throw new RigError(owner.map(it -> refusal(me, it))
                    .orElse("the bench %s is being leased by somebody this very moment: try again"
                            .formatted(me.rig())));
        }
        Lease lease = new Lease(file, file.holder());
        file.write(me);
        return lease;
    }

    /** How the lease in {@code place} stands; nothing is taken. */
    public static Standing standing(Path place) {
        try (LeaseFile file = LeaseFile.open(place)) {
            boolean free = file.lock();
            return file.holder()
                    .map(holder -> free ? (Standing) new Standing.LeftBehind(holder) : new Standing.Held(holder))
                    .orElse(new Standing.Free());
        }
    }

    /** Who had the bench before and never gave it back: his process is dead, the bench may be in any state. */
    public Optional<Holder> leftBehind() {
        return leftBehind;
    }

    /** Gives the bench back. */
    @Override
    public void close() {
        try (file) {
            file.write(null);
        }
    }

    private static String refusal(Holder me, Holder owner) {
        Instant now = me.since();
        return "the bench %s is leased by %s. Wait for its end, or end it: kill -TERM %d leaves the bench safe; underpin rig release FILE --force does the same"
                .formatted(me.rig(), owner.told(now), owner.pid());
    }
}

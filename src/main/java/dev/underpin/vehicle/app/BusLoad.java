package dev.underpin.vehicle.app;

/** The load of the buses that a control unit hears, estimated from the frames that it counts. */
final class BusLoad {
    private static final double BITS_PER_FRAME = 125;
    private static final double BITS_PER_SECOND = 500_000;

    private final Inbox inbox;
    private long framesBefore;
    private long lookedAt;
    private double percent;

    BusLoad(Inbox inbox) {
        this.inbox = inbox;
    }

    void look(long now) {
        double seconds = dev.underpin.time.Nanos.toSeconds(now - lookedAt);
        percent = (inbox.frameCount() - framesBefore) / seconds * BITS_PER_FRAME / BITS_PER_SECOND * 100;
        framesBefore = inbox.frameCount();
        lookedAt = now;
    }

    /** Percent of the time in which the bus was busy, over the last half second. */
    double percent() {
        return percent;
    }
}

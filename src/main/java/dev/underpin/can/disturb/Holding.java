package dev.underpin.can.disturb;

/** Does {@link HoldLevel}. */
final class Holding extends LevelEffect {
    private final HoldLevel what;

    Holding(HoldLevel what) {
        super(what.view());
        this.what = what;
    }

    @Override
    public long wakesAt(long now) {
        return what.dominant() && now < what.until() ? Math.max(now, what.from()) : Long.MAX_VALUE;
    }

    @Override
    int changed(BitMoment bit, int level) {
        if (bit.at() < what.from() || bit.at() >= what.until()) {
            return level;
        }
        return what.dominant() ? 0 : 1;
    }
}

package dev.underpin.can.disturb;

import dev.underpin.time.Entropy;

/**
 * Does {@link Noise}. On an idle bus it acts as well: every flipped bit is a dominant pulse. The number of good bits up to the next bad
 * one is drawn at a time, so that an idle bus need not be played through.
 */
final class Interference extends LevelEffect {
    private final Noise what;
    private final Entropy entropy;
    private final long bitNanos;
    private long good;
    private long last = -1;

    /** @param bitNanos length of a nominal bit */
    Interference(Noise what, Entropy entropy, long bitNanos) {
        super(what.view());
        this.what = what;
        this.entropy = entropy;
        this.bitNanos = bitNanos;
        this.good = draw();
    }

    @Override
    public long wakesAt(long now) {
        long next = Math.max(now, what.from()) + good * bitNanos;
        return next < what.until() ? next : Long.MAX_VALUE;
    }

    @Override
    public void begin(BitMoment bit) {
        if (last >= 0) {
            long idle = (bit.at() - Math.max(last, what.from())) / bitNanos - 1;
            good -= Math.clamp(idle, 0, good);
        }
        last = bit.at();
    }

    @Override
    int changed(BitMoment bit, int level) {
        if (bit.at() < what.from() || bit.at() >= what.until()) {
            return level;
        }
        if (good-- > 0) {
            return level;
        }
        good = draw();
        return level ^ 1;
    }

    private long draw() {
        double rate = what.bitErrorRate();
        return rate == 1 ? 0 : (long) (Math.log1p(-entropy.unit()) / Math.log1p(-rate));
    }
}

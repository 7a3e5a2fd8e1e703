package dev.underpin.can.disturb;

import dev.underpin.time.Entropy;

/** Does {@link MissingTerminator}. */
final class Reflections implements Effect {
    private final MissingTerminator what;
    private final Entropy entropy;
    private long hits;

    Reflections(MissingTerminator what, Entropy entropy) {
        this.what = what;
        this.entropy = entropy;
    }

    @Override
    public int seen(String node, BitMoment bit, int level) {
        if (level == 1 && bit.before() == 0 && entropy.unit() < what.rate()) {
            hits++;
            return 0;
        }
        return level;
    }

    @Override
    public long hits() {
        return hits;
    }
}

package dev.underpin.can.disturb;

/** An effect that changes the level of some bits, on the medium or for some nodes. */
abstract class LevelEffect implements Effect {
    private final View view;
    private long hits;

    LevelEffect(View view) {
        this.view = view;
    }

    /** The level in place of {@code level}. */
    abstract int changed(BitMoment bit, int level);

    @Override
    public final int medium(BitMoment bit, int level) {
        return view.medium() ? counted(level, changed(bit, level)) : level;
    }

    @Override
    public final int seen(String node, BitMoment bit, int level) {
        return view.nodes().contains(node) ? counted(level, changed(bit, level)) : level;
    }

    @Override
    public final long hits() {
        return hits;
    }

    private int counted(int before, int after) {
        if (before != after) {
            hits++;
        }
        return after;
    }
}

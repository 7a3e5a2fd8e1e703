package dev.underpin.can.disturb;

import dev.underpin.can.CanFrame;

/** Does {@link FlipBit}. */
final class Flipping extends LevelEffect {
    private final FlipBit what;
    private int matches;
    private int stuffBits;
    private boolean meant;
    private boolean here;

    Flipping(FlipBit what) {
        super(what.view());
        this.what = what;
    }

    @Override
    public boolean concerns(CanFrame frame) {
        return what.frames().matches(frame);
    }

    @Override
    public void begin(BitMoment bit) {
        CanFrame begun = bit.begun();
        if (begun != null) {
            boolean matching = what.frames().matches(begun);
            matches += matching ? 1 : 0;
            meant = matching && (what.occurrence() == 0 || what.occurrence() == matches);
            stuffBits = 0;
        }
        here = meant && bit.wireBit() >= 0 && isHere(bit);
        meant &= bit.wireBit() >= 0;
    }

    private boolean isHere(BitMoment bit) {
        BitPlace place = what.place();
        if (place.field() == null) {
            return bit.wireBit() == place.number();
        }
        if (bit.field() != place.field()) {
            return false;
        }
        if (!place.stuff()) {
            return bit.place() == place.number();
        }
        return bit.place() < 0 && stuffBits++ == place.number();
    }

    @Override
    int changed(BitMoment bit, int level) {
        return here ? level ^ 1 : level;
    }
}

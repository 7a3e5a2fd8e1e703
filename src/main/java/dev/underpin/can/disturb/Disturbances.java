package dev.underpin.can.disturb;

import dev.underpin.can.CanFrame;
import dev.underpin.time.Entropy;
import java.util.Arrays;

/** The disturbances that a bus has now, and what they do together to each bit. Confined to the thread of the bus's scheduler. */
public final class Disturbances {
    private final Entropy entropy;
    private final long bitNanos;
    private Effect[] effects = {};
    private int added;

    /**
     * @param entropy chance of this bus
     * @param bitNanos length of a nominal bit
     */
    public Disturbances(Entropy entropy, long bitNanos) {
        this.entropy = entropy;
        this.bitNanos = bitNanos;
    }

    /** Adds one; it acts from now on. */
    public Active add(Disturbance what) {
        Effect effect = effect(what);
        effects = Arrays.copyOf(effects, effects.length + 1);
        effects[effects.length - 1] = effect;
        return new Active(what, effect);
    }

    /** Takes one away; does nothing when it is gone already. */
    public void remove(Active active) {
        effects = Arrays.stream(effects).filter(effect -> !active.is(effect)).toArray(Effect[]::new);
    }

    public boolean none() {
        return effects.length == 0;
    }

    /** Whether a frame has to be played bit by bit. */
    public boolean concern(CanFrame frame) {
        for (Effect effect : effects) {
            if (effect.concerns(frame)) {
                return true;
            }
        }
        return false;
    }

    /** The moment from which one of them acts on an idle bus; {@link Long#MAX_VALUE}: none does. */
    public long wakeAt(long now) {
        long first = Long.MAX_VALUE;
        for (Effect effect : effects) {
            first = Math.min(first, effect.wakesAt(now));
        }
        return first;
    }

    /** A bit begins. */
    public void begin(BitMoment bit) {
        for (Effect effect : effects) {
            effect.begin(bit);
        }
    }

    /** The level on the medium, where the nodes make it {@code level}. */
    public int medium(BitMoment bit, int level) {
        int disturbed = level;
        for (Effect effect : effects) {
            disturbed = effect.medium(bit, disturbed);
        }
        return disturbed;
    }

    /** The level that a node reads. */
    public int seen(String node, BitMoment bit, int level) {
        int disturbed = level;
        for (Effect effect : effects) {
            disturbed = effect.seen(node, bit, disturbed);
        }
        return disturbed;
    }

    /** Whether a node's stub line is broken. */
    public boolean detached(String node) {
        for (Effect effect : effects) {
            if (effect.detached(node)) {
                return true;
            }
        }
        return false;
    }

    /** How much too fast a node's clock is, parts per million. */
    public long clockOffset(String node) {
        long offset = 0;
        for (Effect effect : effects) {
            offset += effect.clockOffset(node);
        }
        return offset;
    }

    private Effect effect(Disturbance what) {
        return switch (what) {
            case FlipBit flip -> new Flipping(flip);
            case HoldLevel hold -> new Holding(hold);
            case Noise noise -> new Interference(noise, chance(), bitNanos);
            case MissingTerminator terminator -> new Reflections(terminator, chance());
            case OpenWire open -> new Break(open);
            case ClockOffset offset -> new Drift(offset);
        };
    }

    private Entropy chance() {
        return entropy.fork("disturbance " + added++);
    }

    private record Break(OpenWire what) implements Effect {
        @Override
        public boolean detached(String node) {
            return node.equals(what.node());
        }

        @Override
        public long hits() {
            return 0;
        }
    }

    private record Drift(ClockOffset what) implements Effect {
        @Override
        public long clockOffset(String node) {
            return node.equals(what.node()) ? what.partsPerMillion() : 0;
        }

        @Override
        public long hits() {
            return 0;
        }
    }

    /** A disturbance that was added. */
    public static final class Active {
        private final Disturbance what;
        private final Effect effect;

        private Active(Disturbance what, Effect effect) {
            this.what = what;
            this.effect = effect;
        }

        @SuppressWarnings("ReferenceEquality") // two of equal data are two
        private boolean is(Effect other) {
            return effect == other;
        }

        public Disturbance what() {
            return what;
        }

        /** How many bits, at nodes or on the medium, were read otherwise because of it. */
        public long hits() {
            return effect.hits();
        }
    }
}

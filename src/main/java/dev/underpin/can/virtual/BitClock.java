package dev.underpin.can.virtual;

/**
 * Where a node's sample point lies against the bits on the medium, in bits: 0 is in time, above 0 late. Moved by the difference of two
 * clocks, and back by resynchronisation (ISO 11898-1:2015, 11.3.2).
 */
final class BitClock {
    private static final double SAMPLE_POINT = 0.8;
    private static final double JUMP_WIDTH = 0.125;

    private double phase;
    private int last = 1;
    private int steps;

    /** How often the node reads the bit that passes: once, twice when it runs ahead, not at all when it lags. */
    int readings(double drift) {
        phase -= drift;
        if (phase + SAMPLE_POINT > 1) {
            phase -= 1;
            return 0;
        }
        if (phase + SAMPLE_POINT < 0) {
            phase += 1;
            return 2;
        }
        return 1;
    }

    /** The node read a level: an edge to dominant brings it nearer. */
    void resynchronise(int level) {
        if (last == 1 && level == 0) {
            phase -= Math.clamp(phase, -JUMP_WIDTH, JUMP_WIDTH);
        }
        last = level;
    }

    /** A start of frame puts it right altogether. */
    void synchronise() {
        phase = 0;
    }

    /** In a data phase a node that does not follow it has bits of several steps: how many are left of this one. */
    int steps() {
        return steps;
    }

    void steps(int left) {
        steps = left;
    }
}

package dev.underpin.can.disturb;

/**
 * Bits are read inverted at random.
 *
 * @param bitErrorRate above 0 and at most 1, of the bits in the time from {@code from} to {@code until} (exclusive)
 */
public record Noise(double bitErrorRate, long from, long until, View view) implements Disturbance {
    public Noise {
        if (!(bitErrorRate > 0 && bitErrorRate <= 1)) {
            throw new IllegalArgumentException("a bit error rate is above 0 and at most 1, not " + bitErrorRate);
        }
    }
}

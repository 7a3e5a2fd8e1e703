package dev.underpin.can.disturb;

/**
 * A terminating resistor is missing (ISO 11898-2): edges to recessive are reflected and slow, so that nodes read the first recessive bit
 * behind a dominant one as dominant now and then, each for itself.
 *
 * @param rate of such bits that a node misreads, above 0 and at most 1
 */
public record MissingTerminator(double rate) implements Disturbance {
    public MissingTerminator {
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("a rate is above 0 and at most 1, not " + rate);
        }
    }
}

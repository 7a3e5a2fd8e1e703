package dev.underpin.isotp.fault;

import dev.underpin.can.CanFrame;

/**
 * A second node that sends under an identifier which belongs to another one (ISO 11898-1:2015, 10.9, leaves identifiers to one sender
 * each; ISO 15765-2:2016, 9.8.3, says what an endpoint does with frames that it does not expect).
 *
 * @param after the frame on the bus upon which it sends; each if they have no number
 * @param delay nanoseconds from its end until the wish to send
 * @param frame what it sends
 */
public record SecondSender(Frames after, long delay, CanFrame frame) implements IsoTpFault {
    /** The name of the node on its bus. */
    public static final String NODE = "second sender";

    public SecondSender {
        if (delay < 0) {
            throw new IllegalArgumentException("a delay is at least 0 ns, not " + delay);
        }
    }
}

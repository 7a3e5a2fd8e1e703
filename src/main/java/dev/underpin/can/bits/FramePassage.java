package dev.underpin.can.bits;

import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import org.jspecify.annotations.Nullable;

/**
 * A frame that passes a controller, as its sender or as a receiver: the levels that it contributes, what it reads, and what it finds wrong
 * (ISO 11898-1:2015, 10.4, 10.8 and 10.11). A sender that loses the arbitration goes on as a receiver.
 */
final class FramePassage {
    private static final int LAST_BUT_ONE = 5;

    private final Deframer reader = new Deframer();
    private final boolean silent;
    private @Nullable WireFrame sending;
    private int index;
    private int drove = 1;
    private boolean valid;
    private ErrorKind error = ErrorKind.BIT;
    private boolean counts;

    /** What a bit brought. */
    enum Event {
        BIT,
        /** Another node's frame goes before; {@link #sending} is no more. */
        LOST_ARBITRATION,
        /** The frame is valid for a receiver: its last bit but one was recessive. */
        VALID,
        /** The last bit has passed. */
        END,
        /** {@link #error} tells which. */
        ERROR
    }

    /** @param silent whether it never acknowledges */
    FramePassage(boolean silent) {
        this.silent = silent;
    }

    /** A frame of another node begins with the bit that was just read. */
    void receive() {
        begin(null, 0);
        reader.feed(0);
    }

    /**
     * An own frame begins.
     *
     * @param started whether its start-of-frame bit has just been read
     */
    void send(WireFrame frame, boolean started) {
        begin(frame, started ? 1 : 0);
        if (started) {
            reader.feed(0);
        }
    }

    private void begin(@Nullable WireFrame frame, int from) {
        sending = frame;
        index = from;
        valid = false;
        reader.begin();
    }

    /** Breaks it off. */
    void end() {
        sending = null;
    }

    @Nullable
    WireFrame sending() {
        return sending;
    }

    /** The next bit of the frame that it sends. */
    int index() {
        return index;
    }

    /** What is read, and where. */
    Deframer reader() {
        return reader;
    }

    /** The place of the next bit in its field, from 0; -1 of a stuff bit. */
    int place() {
        return reader.stuffBitDue() ? -1 : reader.index();
    }

    /** Whether a receiver has found the frame valid. */
    boolean valid() {
        return valid;
    }

    /** The error found last. */
    ErrorKind error() {
        return error;
    }

    /** Whether that error counts: not the stuff error of a sender whose recessive stuff bit was overwritten in the arbitration. */
    boolean counts() {
        return counts;
    }

    /** Whether the next bit goes at the data bit rate. */
    boolean fast() {
        WireFrame frame = sending;
        return frame == null ? reader.dataPhase() : index < frame.length() && frame.fast(index);
    }

    /** The level for the bit that begins. */
    int drive() {
        WireFrame frame = sending;
        if (frame != null) {
            drove = frame.bit(index);
        } else {
            drove = reader.field() == FrameField.ACK && reader.genuine() && !silent ? 0 : 1;
        }
        return drove;
    }

    /** Reads the bus. */
    Event sample(int level) {
        FrameField field = reader.field();
        if (sending == null) {
            return drove == 0 && level == 1 ? found(ErrorKind.BIT) : received(field, level);
        }
        if (field == FrameField.ACK) {
            return level == 1 ? found(ErrorKind.ACK) : read(level);
        }
        return level == drove ? read(level) : overruled(field, level);
    }

    private Event overruled(FrameField field, int level) {
        if (level == 1 || !field.arbitrates()) {
            return found(field.delimits() ? ErrorKind.FORM : ErrorKind.BIT);
        }
        if (reader.stuffBitDue()) {
            Event event = found(ErrorKind.STUFF);
            counts = false;
            return event;
        }
        sending = null;
        Event event = received(field, level);
        return event == Event.ERROR ? event : Event.LOST_ARBITRATION;
    }

    private Event received(FrameField field, int level) {
        boolean lastButOne = field == FrameField.EOF && reader.index() == LAST_BUT_ONE;
        Event event = read(level);
        if (event == Event.BIT && field == FrameField.ACK_DELIMITER && !reader.genuine()) {
            return found(ErrorKind.CRC);
        }
        if (event == Event.BIT && lastButOne) {
            valid = true;
            return Event.VALID;
        }
        return event;
    }

    private Event read(int level) {
        index++;
        return switch (reader.feed(level)) {
            case STUFF_ERROR -> found(ErrorKind.STUFF);
            case FORM_ERROR -> found(ErrorKind.FORM);
            case END -> Event.END;
            case BIT, STUFF_BIT -> Event.BIT;
        };
    }

    private Event found(ErrorKind kind) {
        error = kind;
        counts = true;
        return Event.ERROR;
    }
}

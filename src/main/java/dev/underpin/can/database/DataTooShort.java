package dev.underpin.can.database;

/** A frame has fewer bytes than its message. */
public final class DataTooShort extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataTooShort(Message message, int found) {
        super("message %s has %d bytes of data, the frame %d".formatted(message.name(), message.length(), found));
    }
}

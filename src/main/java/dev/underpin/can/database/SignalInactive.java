package dev.underpin.can.database;

/** A multiplexed signal was to be sent in a frame whose selector says that it is not there. */
public final class SignalInactive extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignalInactive(Message message, Signal signal, Multiplexing.Selection selection, long selected) {
        super("signal %s of message %s is there when %s is %s, not %d"
                .formatted(signal.name(), message.name(), selection.selector(), selection.described(), selected));
    }
}

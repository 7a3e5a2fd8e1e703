package dev.underpin.can.database;

/** A physical value that a signal cannot carry. */
public final class SignalOutOfRange extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignalOutOfRange(Signal signal, double value) {
        super("signal %s carries %s..%s %s, not %s"
                .formatted(signal.name(), signal.minimum(), signal.maximum(), signal.unit(), value));
    }
}

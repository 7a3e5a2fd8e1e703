package dev.underpin.can.database;

/** A value that a signal cannot carry. */
public final class SignalOutOfRange extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignalOutOfRange(Signal signal, double physical) {
        super("signal %s carries %s..%s %s, not %s"
                .formatted(signal.name(), signal.lowest(), signal.highest(), signal.unit(), physical));
    }

    SignalOutOfRange(Signal signal, long raw) {
        super("signal %s has %d %s bits, too few for the raw value %d"
                .formatted(signal.name(), signal.length(), signal.signed() ? "signed" : "unsigned", raw));
    }
}

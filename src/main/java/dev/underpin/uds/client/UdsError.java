package dev.underpin.uds.client;

import dev.underpin.uds.Nrc;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Why a request has no positive response (ISO 14229-1:2020, 8.7 and annex A; ISO 14229-2:2021, 7); the futures of {@link UdsClient} fail with it. */
public final class UdsError extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int code;

    private UdsError(Kind kind, int code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    /** The ECU refused. */
    public static UdsError negative(int sid, int code) {
        return new UdsError(Kind.NEGATIVE, code, "service 0x%02X refused: %s".formatted(sid, Nrc.describe(code)));
    }

    /** No answer within P2 (or P2* after 0x78). */
    public static UdsError timeout(int sid) {
        return new UdsError(Kind.TIMEOUT, 0, "service 0x%02X: no answer in time".formatted(sid));
    }

    /** The transport could not carry the request. */
    public static UdsError transport(int sid, String why) {
        return new UdsError(Kind.TRANSPORT, 0, "service 0x%02X not sent: %s".formatted(sid, why));
    }

    /** The ECU asked to wait (0x78) for longer than the tester is willing to. */
    public static UdsError pendingTooLong(int sid) {
        return new UdsError(Kind.PENDING_TOO_LONG, 0, "service 0x%02X: pending for too long".formatted(sid));
    }

    /** The answer matched, but its content is not what the service defines. */
    public static UdsError malformed(int sid, String what) {
        return new UdsError(Kind.MALFORMED, 0, "service 0x%02X: %s".formatted(sid, what));
    }

    /** The client was closed before the answer came. */
    public static UdsError closed(int sid) {
        return new UdsError(Kind.CLOSED, 0, "service 0x%02X: client closed".formatted(sid));
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }

    /** The response code on the wire when the ECU refused, else 0. */
    public int code() {
        return code;
    }

    /** The named response code when the ECU refused with one that has a name, else null. */
    public @Nullable Nrc nrc() {
        return kind == Kind.NEGATIVE ? Nrc.of(code) : null;
    }

    /** Whether the ECU refused with {@code nrc}. */
    public boolean is(Nrc nrc) {
        return kind == Kind.NEGATIVE && code == nrc.code();
    }

    /** The error that a future failed with, out of its wrappings. Anything else is a defect and thrown on. */
    public static UdsError in(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UdsError error) {
            return error;
        }
        throw new IllegalStateException(cause);
    }

    /** Kinds of trouble. */
    public enum Kind {
        NEGATIVE,
        TIMEOUT,
        TRANSPORT,
        PENDING_TOO_LONG,
        MALFORMED,
        CLOSED
    }
}

package dev.underpin.vehicle.telematics;

import java.util.concurrent.CompletionException;

/** Why an exchange with the cloud brought no usable answer. */
public abstract sealed class CloudTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    CloudTrouble(String message) {
        super(message);
    }

    /** The trouble inside what a future failed with; anything else is an error of the program and thrown on. */
    public static CloudTrouble in(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof CloudTrouble trouble) {
            return trouble;
        }
        throw new IllegalStateException("an exchange failed with something else than trouble on the way", failure);
    }

    /** The radio link gave no answer. */
    public static final class LinkFailed extends CloudTrouble {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        public LinkFailed(Reason reason, String words) {
            super(words);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }

        /** What happened on the way. */
        public enum Reason {
            /** No bearer is up. */
            NO_BEARER,
            /** The bearer that carried the exchange went away in the middle of it. */
            DROPPED,
            /** No answer within the time limit. */
            TIMEOUT,
            /** The other end cannot be reached or is not who it should be: name, connection, TLS. */
            UNREACHABLE
        }
    }

    /** The cloud answered with a server error, after as many tries as the caller granted. */
    public static final class Unavailable extends CloudTrouble {
        private static final long serialVersionUID = 1L;

        private final int status;

        public Unavailable(int status) {
            super("the cloud answered " + status);
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** The cloud said no, for good: a status from 400 to 499. */
    public static final class Refused extends CloudTrouble {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String errorCode;

        public Refused(int status, String errorCode, String message) {
            super(message);
            this.status = status;
            this.errorCode = errorCode;
        }

        public int status() {
            return status;
        }

        /** The {@code error_code} of the answer; empty when it had none. */
        public String errorCode() {
            return errorCode;
        }
    }

    /** The vehicle cannot prove who it is: nothing was sent. */
    public static final class NoKey extends CloudTrouble {
        private static final long serialVersionUID = 1L;

        public NoKey() {
            super("the vehicle's key cannot be used");
        }
    }

    /** The answer is not what the interface promises, such as the page of a captive portal. */
    public static final class Garbled extends CloudTrouble {
        private static final long serialVersionUID = 1L;

        public Garbled(String message) {
            super(message);
        }
    }
}

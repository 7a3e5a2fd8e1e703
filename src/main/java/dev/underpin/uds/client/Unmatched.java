package dev.underpin.uds.client;

/**
 * A message of an ECU that answers nothing that is asked now; it is never believed (ISO 14229-1:2020, 8.7: an answer repeats what it
 * answers).
 *
 * @param at when it came, nanoseconds of the scheduler's time
 * @param message the message
 * @param reason why it is not believed
 */
public record Unmatched(long at, byte[] message, Reason reason) {
    /** Why a message is not believed. */
    public enum Reason {
        /** It answers a request that was given up before. */
        LATE("late: it answers a request that was given up"),
        /** Nothing is asked. */
        NOTHING_ASKED("nothing was asked"),
        /** The request has not left yet, or waits to be sent again. */
        NOT_SENT("the request had not left yet"),
        /** It repeats another service, sub-function, identifier or counter than the request's. */
        OTHER("it does not answer what was asked"),
        /** The ECU has answered this request to all already. */
        SECOND("the control unit had answered already");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** In words. */
        public String text() {
            return text;
        }
    }
}

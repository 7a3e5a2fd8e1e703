package dev.underpin.can.slcan;

/**
 * What an adapter answered to a command.
 *
 * @param text without the carriage return; empty unless it answered by text
 */
record Reply(Kind kind, String text) {
    /** How it answered. */
    enum Kind {
        DONE,
        REFUSED,
        TEXT,
        /** Nothing in time. */
        NONE
    }

    static final Reply DONE = new Reply(Kind.DONE, "");
    static final Reply REFUSED = new Reply(Kind.REFUSED, "");
    static final Reply NONE = new Reply(Kind.NONE, "");

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** In words that complete "found ...". */
    String words() {
        return switch (kind) {
            case DONE -> "an acknowledgement";
            case REFUSED -> "a refusal (BEL)";
            case TEXT -> "'" + text + "'";
            case NONE -> "no answer";
        };
    }
}

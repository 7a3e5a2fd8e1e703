package dev.underpin.report.picture;

import dev.underpin.history.Entry;

/**
 * What one record says in a sequence diagram.
 *
 * @param at vehicle time, nanoseconds
 * @param from who acts
 * @param to upon whom; the same as {@code from} for what happens at one place
 * @param text what is said, the same for messages that belong together
 * @param answer how it was answered when that is worth a word, else empty
 * @param shape how it is drawn
 * @param progress percent on a progress bar, or negative
 * @param bytes payload that was moved
 */
record Message(long at, String from, String to, String text, String answer, Shape shape, double progress, long bytes) {

    /** How a message is drawn. */
    enum Shape {
        /** A request: solid arrow. */
        CALL,
        /** How a request was answered; it belongs to the request before it. */
        ANSWER,
        /** Something shown or told: dashed arrow. */
        SHOWN,
        /** An arrow that recurs whatever else goes on, such as polling; it never ends a bundle. */
        ROUTINE,
        /** A question that is put to several control units in turn: one line with a dot at each that was asked. */
        SURVEY,
        /** Something that happens at one place, or at several at about the same time. */
        NOTE,
        /** A fault: a band across the picture. */
        FAULT,
        /** A step of the scenario: a heading across the picture. */
        STEP
    }

    static Message of(Entry entry, Shape shape, String from, String to, String text) {
        return new Message(entry.at(), from, to, text, "", shape, -1, 0);
    }

    Message answered(String how) {
        return new Message(at, from, to, text, how, shape, progress, bytes);
    }

    Message moving(long payload) {
        return new Message(at, from, to, text, answer, shape, progress, payload);
    }

    Message showing(double percent) {
        return new Message(at, from, to, text, answer, shape, percent, bytes);
    }
}

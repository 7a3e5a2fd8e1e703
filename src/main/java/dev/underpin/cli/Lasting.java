package dev.underpin.cli;

import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Span;

/** A time as users type it behind an option. */
final class Lasting {
    private Lasting() {}

    /** The nanoseconds that {@code text} means, such as {@code 500ms}, {@code 10s} or {@code 2 min}. */
    static long nanos(String option, String text) {
        try {
            return Span.nanos(text);
        } catch (IllegalArgumentException wrong) {
            throw UserMistake.saying("%s: %s".formatted(option, wrong.getMessage()));
        }
    }
}

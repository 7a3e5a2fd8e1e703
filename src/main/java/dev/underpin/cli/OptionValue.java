package dev.underpin.cli;

import dev.underpin.mistake.UserMistake;

/** What an option has to hold. */
final class OptionValue {
    private OptionValue() {}

    /** Refuses an option that does not hold what was expected. */
    static void require(boolean held, String option, String expected, String found) {
        if (!held) {
            throw UserMistake.saying("%s: expected %s, found %s".formatted(option, expected, found));
        }
    }
}

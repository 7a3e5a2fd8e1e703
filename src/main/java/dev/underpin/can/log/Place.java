package dev.underpin.can.log;

import dev.underpin.mistake.UserMistake;

/** A place in a log at which something is wrong. */
@FunctionalInterface
interface Place {
    /** The mistake to throw. */
    UserMistake wrong(String expected, String found);
}

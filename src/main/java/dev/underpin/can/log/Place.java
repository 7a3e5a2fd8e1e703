package dev.underpin.can.log;

import dev.underpin.mistake.UserMistake;

/** A place in a log or on an interface at which something is wrong. */
@FunctionalInterface
public interface Place {
    /** The mistake to throw. */
    UserMistake wrong(String expected, String found);
}

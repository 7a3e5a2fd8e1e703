package dev.underpin.can.database;

import java.util.Optional;

/**
 * What a signal says in the data of one frame.
 *
 * @param raw its bits, sign-extended if signed
 * @param physical in the unit of the signal
 * @param label the name of the value in the value table
 */
public record Reading(Signal signal, long raw, double physical, Optional<String> label) {}

package dev.underpin.can.database;

/**
 * The bit timing registers of BS_, which files of today leave empty.
 *
 * @param baudRate as the file says it
 * @param btr1 bus timing register 1
 * @param btr2 bus timing register 2
 */
public record BitTiming(long baudRate, long btr1, long btr2) {}

package dev.underpin.can.database;

/**
 * What the BO_ line says.
 *
 * @param id identifier of 11 or 29 bits
 * @param length bytes of data
 */
record MessageHead(String name, int id, boolean extended, int length, String sender) {}

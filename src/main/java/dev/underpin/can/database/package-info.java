/**
 * Signal databases (DBC): what the bytes of a frame mean.
 *
 * <p>{@link dev.underpin.can.database.Database#read(java.nio.file.Path)} reads a file into records,
 * {@link dev.underpin.can.database.DbcWriter} writes them back, {@link dev.underpin.can.database.Message} and
 * {@link dev.underpin.can.database.Signal} turn data into values and values into data. The format is that of Vector's "DBC File Format
 * Documentation", with the extended multiplexing and CAN FD attributes that came later. Everything read is immutable and
 * may be shared between threads.
 */
@NullMarked
package dev.underpin.can.database;

import org.jspecify.annotations.NullMarked;

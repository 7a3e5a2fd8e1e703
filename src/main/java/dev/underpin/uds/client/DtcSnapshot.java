package dev.underpin.uds.client;

import dev.underpin.uds.DtcRecord;

/**
 * One snapshot record of a trouble code (0x19 04, ISO 14229-1:2020, 12.3).
 *
 * @param dtc the code and its status when read
 * @param record record number
 * @param identifiers how many DIDs follow in {@code data}
 * @param data DIDs, two bytes each, and their data; their lengths are known to who defined them
 */
public record DtcSnapshot(DtcRecord dtc, int record, int identifiers, byte[] data) {}

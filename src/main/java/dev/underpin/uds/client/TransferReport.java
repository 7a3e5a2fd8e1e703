package dev.underpin.uds.client;

import dev.underpin.time.Nanos;

/**
 * What a download took (ISO 14229-1:2020, clause 15: 0x34, 0x36, 0x37).
 *
 * @param bytes bytes of the image that were accepted
 * @param blocks 0x36 requests that were accepted
 * @param blockLength longest 0x36 request that the ECU takes, with its two bytes of header
 * @param repeated 0x36 requests sent again because their answer was lost
 * @param began when 0x34 was asked, nanoseconds of the scheduler's time
 * @param ended when 0x37 was answered
 */
public record TransferReport(long bytes, int blocks, int blockLength, int repeated, long began, long ended) {
    /** Bytes of the image per second over the whole time; 0 when no time passed. */
    public double bytesPerSecond() {
        return ended == began ? 0 : bytes / Nanos.toSeconds(ended - began);
    }
}

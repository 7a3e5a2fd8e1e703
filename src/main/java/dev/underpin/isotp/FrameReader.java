package dev.underpin.isotp;

import dev.underpin.can.CanFrame;

/** Reads the protocol control information of frames (ISO 15765-2:2016, 9.6). */
final class FrameReader {
    static final int SINGLE = 0;
    static final int FIRST = 1;
    static final int CONSECUTIVE = 2;
    static final int FLOW_CONTROL = 3;
    /** In place of a length that the standard does not allow: the frame is to be ignored. */
    static final int INVALID = -1;

    private static final int CLASSIC_LENGTH = 8;
    private static final int LARGEST_SHORT_FIRST = 0xFFF;

    private final int prefix;

    FrameReader(IsoTpAddress address) {
        this.prefix = address.prefix();
    }

    /** Whether there is any protocol control information. */
    boolean readable(CanFrame frame) {
        return !frame.remote() && frame.length() > prefix;
    }

    int kind(CanFrame frame) {
        return frame.at(prefix) >>> 4;
    }

    /** Low half of the byte that tells the kind: sequence number or flow status. */
    int low(CanFrame frame) {
        return frame.at(prefix) & 0xf;
    }

    /** Byte {@code index} of the protocol control information. */
    int at(CanFrame frame, int index) {
        return frame.at(prefix + index);
    }

    /** Bytes of a frame behind its address. */
    int length(CanFrame frame) {
        return frame.length() - prefix;
    }

    /** The message of a single frame; empty when the frame is to be ignored (9.6.2.2). */
    byte[] single(CanFrame frame) {
        boolean escaped = frame.length() > CLASSIC_LENGTH;
        int header = prefix + (escaped ? 2 : 1);
        int length = escaped ? escapedLength(frame) : low(frame);
        byte[] data = new byte[length > frame.length() - header ? 0 : length];
        frame.copy(header, data, 0, data.length);
        return data;
    }

    private int escapedLength(CanFrame frame) {
        return low(frame) == 0 ? at(frame, 1) : 0;
    }

    /** The length of the message that a first frame begins, or {@link #INVALID} (9.6.3.2). */
    long firstLength(CanFrame frame) {
        if (frame.length() < CLASSIC_LENGTH) {
            return INVALID;
        }
        int shortLength = low(frame) << 8 | at(frame, 1);
        long length = shortLength == 0 ? longLength(frame) : shortLength;
        boolean needless = shortLength == 0 && length <= LARGEST_SHORT_FIRST;
        return needless || length < smallestSegmented(frame) ? INVALID : length;
    }

    /** Where the data of a first frame begin. */
    int firstHeader(long length) {
        return prefix + (length > LARGEST_SHORT_FIRST ? 6 : 2);
    }

    private long longLength(CanFrame frame) {
        return (long) at(frame, 2) << 24 | at(frame, 3) << 16 | at(frame, 4) << 8 | at(frame, 5);
    }

    /** FF_DLmin: the shortest message that a single frame as long as {@code frame} could not have held. */
    private int smallestSegmented(CanFrame frame) {
        return frame.length() == CLASSIC_LENGTH ? CLASSIC_LENGTH - prefix : frame.length() - 1 - prefix;
    }
}

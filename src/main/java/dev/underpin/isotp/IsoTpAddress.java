package dev.underpin.isotp;

import dev.underpin.can.CanFrame;

/**
 * Which identifiers an endpoint sends and hears: normal addressing with 11 or 29 bits, or normal fixed addressing (ISO 15765-2:2016,
 * 10.3). The addresses are in the identifier alone; no data byte is taken for them.
 *
 * @param transmitId identifier of the frames it sends
 * @param receiveId identifier of the frames addressed to it alone; {@link #NOTHING} when it only sends
 * @param functionalId identifier of the frames addressed to all; {@link #NOTHING} when it does not hear them
 * @param extended whether the identifiers have 29 bits
 * @param functionalTarget whether what it sends is addressed to all, so that only single frames can be sent
 */
public record IsoTpAddress(
        int transmitId, int receiveId, int functionalId, boolean extended, boolean functionalTarget) {
    public static final int NOTHING = -1;

    private static final int NORMAL_FIXED_PHYSICAL = 0x18DA_0000;
    private static final int NORMAL_FIXED_FUNCTIONAL = 0x18DB_0000;

    /** Normal addressing with 11-bit identifiers, one to one. */
    public static IsoTpAddress normal(int transmitId, int receiveId) {
        return new IsoTpAddress(transmitId, receiveId, NOTHING, false, false);
    }

    /** Normal addressing with 29-bit identifiers, one to one. */
    public static IsoTpAddress normal29(int transmitId, int receiveId) {
        return new IsoTpAddress(transmitId, receiveId, NOTHING, true, false);
    }

    /** Normal fixed addressing (29 bits, priority 6) between the nodes {@code target} and {@code source}, 0..0xFF. */
    public static IsoTpAddress normalFixed(int target, int source) {
        return normal29(NORMAL_FIXED_PHYSICAL | target << 8 | source, NORMAL_FIXED_PHYSICAL | source << 8 | target);
    }

    /** A tester that sends single frames to all nodes under {@code transmitId} (11 bits) and hears nothing. */
    public static IsoTpAddress functional(int transmitId) {
        return new IsoTpAddress(transmitId, NOTHING, NOTHING, false, true);
    }

    /** A tester {@code source} that sends single frames to the functional group {@code target} (normal fixed). */
    public static IsoTpAddress functionalFixed(int target, int source) {
        return new IsoTpAddress(NORMAL_FIXED_FUNCTIONAL | target << 8 | source, NOTHING, NOTHING, true, true);
    }

    /** This address, which also hears what is addressed to all under {@code id}. */
    public IsoTpAddress hearing(int id) {
        return new IsoTpAddress(transmitId, receiveId, id, extended, functionalTarget);
    }

    boolean isForMe(CanFrame frame) {
        return frame.id() == receiveId && frame.extended() == extended;
    }

    boolean isForAll(CanFrame frame) {
        return frame.id() == functionalId && frame.extended() == extended;
    }
}

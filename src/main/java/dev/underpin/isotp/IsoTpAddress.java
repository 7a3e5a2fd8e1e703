package dev.underpin.isotp;

import dev.underpin.can.CanFrame;

/**
 * Which frames an endpoint sends and hears (ISO 15765-2:2016, 10.3): the identifiers and, with extended or mixed addressing, the address
 * byte before the protocol control information. Conversations that share identifiers are told apart by that byte.
 *
 * @param transmitId identifier of the frames it sends
 * @param receiveId identifier of the frames addressed to it alone; {@link #NOTHING} when it only sends
 * @param functionalId identifier of the frames addressed to all; {@link #NOTHING} when it does not hear them
 * @param extended whether the identifiers have 29 bits
 * @param functionalTarget whether what it sends is addressed to all, so that only single frames can be sent
 * @param transmitByte first byte of the frames it sends: N_TA (extended) or N_AE (mixed), 0..0xFF; {@link #NOTHING} when there is none
 * @param receiveByte first byte of the frames addressed to it alone, as {@code transmitByte}
 * @param functionalByte first byte of the frames addressed to all, as {@code transmitByte}
 */
public record IsoTpAddress(
        int transmitId,
        int receiveId,
        int functionalId,
        boolean extended,
        boolean functionalTarget,
        int transmitByte,
        int receiveByte,
        int functionalByte) {
    /** No identifier, or no address byte. */
    public static final int NOTHING = -1;

    private static final int NORMAL_FIXED_PHYSICAL = 0x18DA_0000;
    private static final int NORMAL_FIXED_FUNCTIONAL = 0x18DB_0000;
    private static final int MIXED_FIXED_PHYSICAL = 0x18CE_0000;
    private static final int MIXED_FIXED_FUNCTIONAL = 0x18CD_0000;

    public IsoTpAddress {
        boolean alike = (receiveId == NOTHING || (receiveByte == NOTHING) == (transmitByte == NOTHING))
                && (functionalId == NOTHING || (functionalByte == NOTHING) == (transmitByte == NOTHING));
        if (!alike) {
            throw new IllegalArgumentException("all frames of an endpoint have an address byte, or none has");
        }
    }

    /** Normal addressing with 11-bit identifiers, one to one (10.3.2). */
    public static IsoTpAddress normal(int transmitId, int receiveId) {
        return pair(transmitId, receiveId, false, NOTHING, NOTHING);
    }

    /** Normal addressing with 29-bit identifiers, one to one (10.3.2). */
    public static IsoTpAddress normal29(int transmitId, int receiveId) {
        return pair(transmitId, receiveId, true, NOTHING, NOTHING);
    }

    /** Normal fixed addressing (29 bits, priority 6) between the nodes {@code target} and {@code source}, 0..0xFF (10.3.3). */
    public static IsoTpAddress normalFixed(int target, int source) {
        return normal29(fixed(NORMAL_FIXED_PHYSICAL, target, source), fixed(NORMAL_FIXED_PHYSICAL, source, target));
    }

    /** Extended addressing with 11-bit identifiers between the nodes {@code target} and {@code source}, 0..0xFF (10.3.4). */
    public static IsoTpAddress extended11(int transmitId, int receiveId, int target, int source) {
        return pair(transmitId, receiveId, false, target, source);
    }

    /** Extended addressing with 29-bit identifiers between the nodes {@code target} and {@code source}, 0..0xFF (10.3.4). */
    public static IsoTpAddress extended29(int transmitId, int receiveId, int target, int source) {
        return pair(transmitId, receiveId, true, target, source);
    }

    /** Mixed addressing with 11-bit identifiers and the address extension {@code extension}, 0..0xFF (10.3.5.3). */
    public static IsoTpAddress mixed11(int transmitId, int receiveId, int extension) {
        return pair(transmitId, receiveId, false, extension, extension);
    }

    /**
     * Mixed addressing with 29-bit identifiers (priority 6) between the nodes {@code target} and {@code source} with the address extension
     * {@code extension}, each 0..0xFF (10.3.5.2).
     */
    public static IsoTpAddress mixed29(int target, int source, int extension) {
        return pair(
                fixed(MIXED_FIXED_PHYSICAL, target, source),
                fixed(MIXED_FIXED_PHYSICAL, source, target),
                true,
                extension,
                extension);
    }

    /** A tester that sends single frames to all nodes under {@code transmitId} (11 bits) and hears nothing. */
    public static IsoTpAddress functional(int transmitId) {
        return toAll(transmitId, false, NOTHING);
    }

    /** A tester {@code source} that sends single frames to the functional group {@code target} (normal fixed). */
    public static IsoTpAddress functionalFixed(int target, int source) {
        return toAll(fixed(NORMAL_FIXED_FUNCTIONAL, target, source), true, NOTHING);
    }

    /** A tester that sends single frames to the functional group {@code target} (extended addressing, 11 bits). */
    public static IsoTpAddress functionalExtended11(int transmitId, int target) {
        return toAll(transmitId, false, target);
    }

    /** A tester that sends single frames to all nodes behind the address extension {@code extension} (mixed addressing, 11 bits). */
    public static IsoTpAddress functionalMixed11(int transmitId, int extension) {
        return toAll(transmitId, false, extension);
    }

    /** A tester {@code source} that sends single frames to the functional group {@code target} (mixed addressing, 29 bits). */
    public static IsoTpAddress functionalMixed29(int target, int source, int extension) {
        return toAll(fixed(MIXED_FIXED_FUNCTIONAL, target, source), true, extension);
    }

    /** This address, which also hears what is addressed to all under {@code id}. */
    public IsoTpAddress hearing(int id) {
        return hearing(id, NOTHING);
    }

    /** This address, which also hears what is addressed to all under {@code id} with the address byte {@code first}. */
    public IsoTpAddress hearing(int id, int first) {
        return new IsoTpAddress(
                transmitId, receiveId, id, extended, functionalTarget, transmitByte, receiveByte, first);
    }

    /** How many data bytes of each frame the address takes: 0 or 1. */
    int prefix() {
        return transmitByte == NOTHING ? 0 : 1;
    }

    boolean isForMe(CanFrame frame) {
        return frame.id() == receiveId && frame.extended() == extended && begins(frame, receiveByte);
    }

    boolean isForAll(CanFrame frame) {
        return frame.id() == functionalId && frame.extended() == extended && begins(frame, functionalByte);
    }

    private static boolean begins(CanFrame frame, int first) {
        return first == NOTHING || frame.at(0) == first;
    }

    private static IsoTpAddress pair(int transmitId, int receiveId, boolean extended, int sent, int heard) {
        return new IsoTpAddress(transmitId, receiveId, NOTHING, extended, false, sent, heard, NOTHING);
    }

    private static IsoTpAddress toAll(int transmitId, boolean extended, int sent) {
        return new IsoTpAddress(transmitId, NOTHING, NOTHING, extended, true, sent, NOTHING, NOTHING);
    }

    private static int fixed(int base, int target, int source) {
        return base | target << 8 | source;
    }
}

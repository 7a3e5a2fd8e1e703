package dev.underpin.can;

/**
 * The fields of a frame and of what stands between frames (ISO 11898-1:2015, 10.4), with the place that SocketCAN gives an error in
 * them ({@code CAN_ERR_PROT_LOC_*} of linux/can/error.h).
 */
public enum FrameField {
    SOF(0x03),
    /** The 11 bits of a base identifier, or the upper 11 of an extended one. */
    IDENTIFIER(0x02),
    /** RTR of a base frame, SRR of an extended one, RRS of a CAN FD base frame. */
    RTR(0x04),
    IDE(0x05),
    /** The lower 18 bits of an extended identifier. */
    IDENTIFIER_EXTENSION(0x07),
    /** RTR of an extended frame, RRS of a CAN FD extended frame. */
    EXTENDED_RTR(0x0C),
    /** FDF; r0 of a classical base frame, r1 of a classical extended one. */
    FDF(0x0D),
    /** res of a CAN FD frame, r0 of a classical extended frame. */
    RES(0x09),
    BRS(0x09),
    ESI(0x09),
    DLC(0x0B),
    DATA(0x0A),
    /** The four bits of the stuff count of a CAN FD frame. */
    STUFF_COUNT(0x08),
    CRC(0x08),
    CRC_DELIMITER(0x18),
    ACK(0x19),
    ACK_DELIMITER(0x1B),
    EOF(0x1A),
    INTERMISSION(0x12),
    ACTIVE_ERROR_FLAG(0x06),
    PASSIVE_ERROR_FLAG(0x16),
    ERROR_DELIMITER(0x17),
    OVERLOAD_FLAG(0x1C),
    /** No frame and none of the above. */
    IDLE(0x00);

    private final int location;

    FrameField(int location) {
        this.location = location;
    }

    /** SocketCAN's name for the place. */
    public int location() {
        return location;
    }

    /** Whether senders compete in this field: a sender that reads dominant where it sent recessive loses and goes on as a receiver. */
    public boolean arbitrates() {
        return compareTo(IDENTIFIER) >= 0 && compareTo(EXTENDED_RTR) <= 0;
    }

    /** Whether the field's bits have a fixed form: recessive. */
    public boolean delimits() {
        return this == CRC_DELIMITER || this == ACK_DELIMITER || this == EOF;
    }
}

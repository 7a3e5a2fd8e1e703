package dev.underpin.can.log;

/** Numbers of the pcapng format (draft-ietf-opsawg-pcapng) and of LINKTYPE_CAN_SOCKETCAN. */
final class PcapngFormat {
    static final int SECTION_HEADER = 0x0A0D0D0A;
    static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    static final int INTERFACE_DESCRIPTION = 1;
    static final int ENHANCED_PACKET = 6;

    static final int LINK_SOCKETCAN = 227;
    static final int OPTION_END = 0;
    static final int OPTION_INTERFACE_NAME = 2;
    static final int OPTION_RESOLUTION = 9;
    static final int OPTION_OFFSET = 14;
    static final int OPTION_PACKET_FLAGS = 2;

    static final int INBOUND = 1;
    static final int OUTBOUND = 2;
    static final int NANOSECONDS = 9;

    /** Before the data of a frame: identifier, length, FD flags, reserved, raw DLC above 8. */
    static final int FRAME_HEADER = 8;

    private PcapngFormat() {}
}

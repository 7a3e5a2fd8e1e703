package dev.underpin.can.log;

/** Numbers and offsets of the BLF format, little endian throughout. */
final class BlfFormat {
    /** "LOGG", the file's signature. */
    static final int FILE = 0x47474F4C;
    /** "LOBJ", an object's signature. */
    static final int OBJECT = 0x4A424F4C;

    static final int FILE_HEADER = 144;
    static final int LEAST_FILE_HEADER = 72;
    /** Offset of the measurement's start in the file header. */
    static final int START = 40;
    /** Signature, header's size and version, object's size, type. */
    static final int BASE_HEADER = 16;
    /** The base header, then flags, client, version, time. */
    static final int HEADER = 32;
    /** The base header, then compression and unpacked size. */
    static final int CONTAINER_HEADER = 32;

    static final int CAN_MESSAGE = 1;
    static final int CAN_ERROR = 2;
    static final int LOG_CONTAINER = 10;
    static final int APP_TEXT = 65;
    static final int CAN_ERROR_EXT = 73;
    static final int CAN_MESSAGE2 = 86;
    static final int CAN_FD_MESSAGE = 100;
    static final int CAN_FD_MESSAGE_64 = 101;
    static final int CAN_FD_ERROR_64 = 104;

    static final int NO_COMPRESSION = 0;
    static final int ZLIB = 2;

    /** Flags of an object's header: its time is in 10 us, or in 1 ns. */
    static final int TEN_MICROS = 1;

    static final int ONE_NANO = 2;

    static final int ID_EXTENDED = 0x8000_0000;
    static final int ID_MASK = 0x1FFF_FFFF;
    /** Flags of CAN_MESSAGE, CAN_MESSAGE2 and CAN_FD_MESSAGE. */
    static final int SENT = 0x01;

    static final int REMOTE = 0x80;
    /** FD flags of CAN_FD_MESSAGE. */
    static final int EDL = 0x1;

    static final int BRS = 0x2;
    static final int ESI = 0x4;
    /** Flags of CAN_FD_MESSAGE_64. */
    static final int REMOTE_64 = 0x0010;

    static final int EDL_64 = 0x1000;
    static final int BRS_64 = 0x2000;
    static final int ESI_64 = 0x4000;
    /** Where the data of CAN_FD_MESSAGE_64 start. */
    static final int DATA_64 = 40;
    /** A direction beside received (0) and sent (1): the request to send, which is no frame on the bus. */
    static final int REQUESTED = 2;

    /** The source in an APP_TEXT that names a channel, and the kind of bus CAN in it. */
    static final int CHANNEL_NAME = 1;

    static final int BUS_CAN = 1;

    private BlfFormat() {}
}

package dev.underpin.uds;

/** Service identifiers of ISO 14229-1:2020 table 23 that this project speaks. */
public final class Sid {
    public static final int SESSION_CONTROL = 0x10;
    public static final int ECU_RESET = 0x11;
    public static final int CLEAR_DTC = 0x14;
    public static final int READ_DTC = 0x19;
    public static final int READ_DATA = 0x22;
    public static final int READ_MEMORY = 0x23;
    public static final int READ_SCALING = 0x24;
    public static final int SECURITY_ACCESS = 0x27;
    public static final int COMMUNICATION_CONTROL = 0x28;
    public static final int AUTHENTICATION = 0x29;
    public static final int READ_PERIODIC = 0x2A;
    public static final int DEFINE_DATA = 0x2C;
    public static final int WRITE_DATA = 0x2E;
    public static final int IO_CONTROL = 0x2F;
    public static final int ROUTINE_CONTROL = 0x31;
    public static final int REQUEST_DOWNLOAD = 0x34;
    public static final int REQUEST_UPLOAD = 0x35;
    public static final int TRANSFER_DATA = 0x36;
    public static final int TRANSFER_EXIT = 0x37;
    public static final int FILE_TRANSFER = 0x38;
    public static final int WRITE_MEMORY = 0x3D;
    public static final int TESTER_PRESENT = 0x3E;
    public static final int SECURED_DATA = 0x84;
    public static final int CONTROL_DTC_SETTING = 0x85;
    public static final int RESPONSE_ON_EVENT = 0x86;
    public static final int LINK_CONTROL = 0x87;

    /** First byte of a negative response. */
    public static final int NEGATIVE = 0x7F;

    /** A positive response starts with the service identifier plus this. */
    public static final int POSITIVE_OFFSET = 0x40;

    /** Bit of a sub-function byte: suppress the positive response. */
    public static final int SUPPRESS = 0x80;

    private Sid() {}

    /** Whether the second byte of the service's requests is a sub-function. */
    public static boolean hasSubFunction(int sid) {
        return switch (sid) {
            case SESSION_CONTROL,
                    ECU_RESET,
                    READ_DTC,
                    SECURITY_ACCESS,
                    COMMUNICATION_CONTROL,
                    AUTHENTICATION,
                    DEFINE_DATA,
                    ROUTINE_CONTROL,
                    TESTER_PRESENT,
                    CONTROL_DTC_SETTING,
                    RESPONSE_ON_EVENT,
                    LINK_CONTROL -> true;
            default -> false;
        };
    }

    /**
     * How many bytes of a positive response repeat the request: the service identifier (plus {@link #POSITIVE_OFFSET}) and the
     * sub-function, data identifier, routine identifier or block counter behind it.
     */
    public static int echoed(int sid) {
        return switch (sid) {
            case READ_DATA, READ_SCALING, WRITE_DATA, IO_CONTROL -> 3;
            case ROUTINE_CONTROL -> 4;
            case TRANSFER_DATA, FILE_TRANSFER -> 2;
            default -> hasSubFunction(sid) ? 2 : 1;
        };
    }
}

package dev.underpin.doip;

/** Payload types of ISO 13400-2:2019 table 17 that travel on a diagnostic connection. */
public final class DoipType {
    /** One byte: a code of {@link DoipCode}{@code .HEADER_*}. */
    public static final int HEADER_NACK = 0x0000;

    /** Tester address 2, activation type 1, reserved 4, optionally 4 of the maker. */
    public static final int ROUTING_ACTIVATION_REQUEST = 0x0005;

    /** Tester address 2, entity address 2, code 1, reserved 4, optionally 4 of the maker. */
    public static final int ROUTING_ACTIVATION_RESPONSE = 0x0006;

    /** Source address 2, target address 2, then the diagnostic message. */
    public static final int DIAGNOSTIC_MESSAGE = 0x8001;

    /** Source address 2, target address 2, code 00. */
    public static final int DIAGNOSTIC_ACK = 0x8002;

    /** Source address 2, target address 2, a code of {@link DoipCode}{@code .DIAGNOSTIC_*}. */
    public static final int DIAGNOSTIC_NACK = 0x8003;

    private DoipType() {}
}

package dev.underpin.doip;

import java.util.Set;

/** Payload types of ISO 13400-2:2019 table 17. */
public final class DoipType {
    /** One byte: a code of {@link DoipCode}{@code .HEADER_*} (clause 7.3). */
    public static final int HEADER_NACK = 0x0000;

    /** No payload; UDP (table 1). */
    public static final int IDENTIFICATION_REQUEST = 0x0001;

    /** EID 6; UDP. */
    public static final int IDENTIFICATION_REQUEST_EID = 0x0002;

    /** VIN 17; UDP. */
    public static final int IDENTIFICATION_REQUEST_VIN = 0x0003;

    /** A {@link VehicleAnnouncement}; UDP. */
    public static final int ANNOUNCEMENT = 0x0004;

    /** Tester address 2, activation type 1, reserved 4, optionally 4 of the maker. */
    public static final int ROUTING_ACTIVATION_REQUEST = 0x0005;

    /** Tester address 2, entity address 2, code 1, reserved 4, optionally 4 of the maker. */
    public static final int ROUTING_ACTIVATION_RESPONSE = 0x0006;

    /** No payload; from an entity to a tester, over TCP. */
    public static final int ALIVE_CHECK_REQUEST = 0x0007;

    /** Tester address 2; also unasked, to keep a connection. */
    public static final int ALIVE_CHECK_RESPONSE = 0x0008;

    /** No payload; UDP. */
    public static final int ENTITY_STATUS_REQUEST = 0x4001;

    /** Node type 1 (00 gateway, 01 node), concurrent TCP_DATA sockets 1, open ones 1, maximum data size 4; UDP. */
    public static final int ENTITY_STATUS_RESPONSE = 0x4002;

    /** No payload; UDP. */
    public static final int POWER_MODE_REQUEST = 0x4003;

    /** One byte: 00 not ready, 01 ready, 02 not supported; UDP. */
    public static final int POWER_MODE_RESPONSE = 0x4004;

    /** Source address 2, target address 2, then the diagnostic message. */
    public static final int DIAGNOSTIC_MESSAGE = 0x8001;

    /** Source address 2, target address 2, code 00, optionally the beginning of the message. */
    public static final int DIAGNOSTIC_ACK = 0x8002;

    /** Source address 2, target address 2, a code of {@link DoipCode}{@code .DIAGNOSTIC_*}, optionally the beginning of the message. */
    public static final int DIAGNOSTIC_NACK = 0x8003;

    /** What a tester may send to an entity over TCP. */
    static final Set<Integer> TO_ENTITY_OVER_TCP =
            Set.of(ROUTING_ACTIVATION_REQUEST, ALIVE_CHECK_RESPONSE, DIAGNOSTIC_MESSAGE);

    private DoipType() {}
}

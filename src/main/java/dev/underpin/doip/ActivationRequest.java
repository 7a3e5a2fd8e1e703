package dev.underpin.doip;

import java.util.Arrays;

/**
 * A routing activation as its entity sees it (ISO 13400-2:2019 table 46).
 *
 * @param tester the tester's logical address
 * @param type activation type: 00 default, 01 required by regulation, E0 central security
 * @param oem the maker's field, 4 bytes or none
 * @param secured whether it came over TLS
 * @param certified the name in the certificate that the tester showed, empty when it showed none
 */
public record ActivationRequest(int tester, int type, byte[] oem, boolean secured, String certified) {
    /** Without the maker's field. */
    static final int LENGTH = 7;

    /** With it. */
    static final int LENGTH_WITH_OEM = 11;

    private static final int TYPE = 2;

    static ActivationRequest of(DoipMessage message, DoipConnection connection) {
        byte[] payload = message.payload();
        return new ActivationRequest(
                message.source(),
                payload[TYPE] & 0xFF,
                Arrays.copyOfRange(payload, LENGTH, payload.length),
                connection.secured(),
                connection.certified());
    }
}

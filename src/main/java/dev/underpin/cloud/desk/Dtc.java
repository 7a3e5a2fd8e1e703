package dev.underpin.cloud.desk;

import tools.jackson.databind.JsonNode;

/**
 * A diagnostic trouble code as an ECU reports it.
 *
 * @param ecu the reporting ECU
 * @param code code and failure type, such as {@code P0C4A-92}
 * @param status status byte (ISO 14229-1, D.2): bit 0 test failed, bit 3 confirmed, bit 7 warning indicator requested
 * @param lamp lamp that the vehicle ties to it; empty when none
 */
public record Dtc(String ecu, String code, int status, String lamp) {
    private static final int FAILED_OR_CONFIRMED = 0x09;
    private static final int WARNING_INDICATOR = 0x80;

    static Dtc of(String ecu, JsonNode json) {
        return new Dtc(
                ecu,
                json.path("code").asString(""),
                status(json.path("status")),
                json.path("lamp").asString(""));
    }

    /** Whether the fault is there: the test fails now, or the fault is confirmed and not cleared. */
    public boolean active() {
        return (status & FAILED_OR_CONFIRMED) != 0;
    }

    /** Whether it asks for its lamp. */
    boolean warns() {
        return (status & WARNING_INDICATOR) != 0;
    }

    /** Whether it tells of another ECU's silence or of a bus (network codes begin with U). */
    public boolean network() {
        return code.startsWith("U");
    }

    private static int status(JsonNode json) {
        if (json.isNumber()) {
            return json.asInt(FAILED_OR_CONFIRMED);
        }
        try {
            return Integer.parseInt(json.asString("").replaceFirst("^0[xX]", ""), 16);
        } catch (NumberFormatException e) {
            return FAILED_OR_CONFIRMED;
        }
    }
}

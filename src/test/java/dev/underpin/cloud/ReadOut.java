package dev.underpin.cloud;

import dev.underpin.cloud.trust.Json;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds read-outs of a vehicle. */
public final class ReadOut {
    private static final int FAILED_AND_CONFIRMED = 0xaf;

    private final ObjectNode json;
    private final ArrayNode ecus;
    private final ArrayNode lamps;

    private ReadOut(String vin, Instant at) {
        json = Json.object().put("capturedAt", at.toString()).put("vin", vin);
        ecus = json.putArray("ecus");
        lamps = json.putArray("lamps");
        json.putObject("vehicle")
                .put("moving", false)
                .put("soc", 60.0)
                .put("volts12", 12.6)
                .put("odometer", 1234.5);
    }

    public static ReadOut of(String vin, Instant at) {
        return new ReadOut(vin, at);
    }

    /** An ECU that answers and reports {@code codes} as failed and confirmed. */
    public ReadOut ecu(String name, String... codes) {
        ObjectNode ecu = Json.object().put("ecu", name).put("state", "answered");
        ecu.putObject("versions").put("software", "2026.44");
        ArrayNode dtcs = ecu.putArray("dtcs");
        for (String code : codes) {
            dtcs.add(Json.object().put("code", code).put("status", FAILED_AND_CONFIRMED));
        }
        ecus.add(ecu);
        return this;
    }

    public ReadOut silent(String name) {
        ecus.add(Json.object().put("ecu", name).put("state", "silent"));
        return this;
    }

    public ReadOut lamp(String name) {
        lamps.add(name);
        return this;
    }

    public ObjectNode json() {
        return json;
    }
}

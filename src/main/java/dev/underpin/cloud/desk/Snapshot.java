package dev.underpin.cloud.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A read-out of the whole vehicle.
 *
 * @param json as the vehicle sent it: {@code {capturedAt, vin, ecus:[{ecu, state, versions, dtcs, values}], lamps, vehicle}}
 * @param received when it came
 */
public record Snapshot(ObjectNode json, Instant received) {
    /** When the vehicle read it; the moment of its coming when the vehicle does not say, or says a later one. */
    public Instant captured() {
        try {
            Instant said = Instant.parse(json.path("capturedAt").asString(""));
            return said.isBefore(received) ? said : received;
        } catch (DateTimeParseException e) {
            return received;
        }
    }

    /** The codes that are there, in the order of the read-out. */
    public List<Dtc> activeDtcs() {
        List<Dtc> dtcs = new ArrayList<>();
        for (JsonNode ecu : json.path("ecus")) {
            String name = ecu.path("ecu").asString("");
            ecu.path("dtcs").forEach(entry -> dtcs.add(Dtc.of(name, entry)));
        }
        return dtcs.stream().filter(Dtc::active).toList();
    }

    /** The ECUs that did not answer. */
    public List<String> silentEcus() {
        return json.path("ecus")
                .valueStream()
                .filter(ecu -> ecu.path("state").asString("").equals("silent"))
                .map(ecu -> ecu.path("ecu").asString(""))
                .toList();
    }

    /** The lamps that were lit. */
    public List<String> lamps() {
        return lamps(json.path("lamps"));
    }

    static List<String> lamps(JsonNode array) {
        return array.valueStream()
                .map(lamp -> lamp.isObject() ? lamp.path("lamp").asString("") : lamp.asString(""))
                .toList();
    }
}

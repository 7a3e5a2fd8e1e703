package dev.underpin.cloud.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A read-out of the whole vehicle.
 *
 * @param json as the vehicle sent it: {@code {capturedAt, vin, ecus:[{ecu, state, versions, dtcs, values, error_code, nrc, lastSeen, incomplete, untrusted}], lamps, vehicle}}
 * @param received when it came
 */
public record Snapshot(ObjectNode json, Instant received) {
    /** The age beyond which a value is no longer shown as live. */
    static final Duration OLD = Duration.ofSeconds(60);

    /** How far the vehicle's clock may be ahead of the desk's. */
    private static final Duration AHEAD = Duration.ofSeconds(5);

    private static final Set<String> LAMPS_WITHOUT_CODE = Set.of("update");

    /** When the vehicle read it; the moment of its coming when the vehicle does not say, or says a later one. */
    public Instant captured() {
        try {
            Instant said = Instant.parse(json.path("capturedAt").asString(""));
            return said.isBefore(received) ? said : received;
        } catch (DateTimeParseException e) {
            return received;
        }
    }

    /**
     * As it is shown at {@code now}: with its age, and with {@code "stale": true} on each value that the vehicle has marked so, that is older than a minute,
     * or whose moment is missing or lies in the future of its coming.
     */
    public ObjectNode shown(Instant now) {
        ObjectNode shown = json.deepCopy();
        shown.put("ageSeconds", Duration.between(captured(), now).toSeconds());
        for (JsonNode ecu : shown.path("ecus")) {
            for (JsonNode value : ecu.path("values")) {
                if (value instanceof ObjectNode one && stale(one, now)) {
                    one.put("stale", true);
                }
            }
        }
        return shown;
    }

    private boolean stale(ObjectNode value, Instant now) {
        try {
            Instant at = Instant.parse(value.path("capturedAt").asString(""));
            return at.isAfter(received.plus(AHEAD)) || at.plus(OLD).isBefore(now);
        } catch (DateTimeParseException noMoment) {
            return true;
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

    /** Lamps and codes that contradict each other: a code that asks for its lamp, which is dark; a lamp that no code explains. */
    public List<String> contradictions() {
        List<String> found = new ArrayList<>();
        List<String> lit = lamps();
        Set<String> explained = new LinkedHashSet<>(LAMPS_WITHOUT_CODE);
        for (Dtc dtc : activeDtcs()) {
            explained.add(dtc.lamp());
            if (dtc.warns() && !dtc.lamp().isEmpty() && !lit.contains(dtc.lamp())) {
                found.add("%s of %s asks for the lamp %s, which is dark".formatted(dtc.code(), dtc.ecu(), dtc.lamp()));
            }
        }
        if (silentEcus().isEmpty()) {
            lit.stream()
                    .filter(lamp -> !explained.contains(lamp))
                    .forEach(lamp -> found.add("the lamp %s is lit, and no code asks for it".formatted(lamp)));
        }
        return found;
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

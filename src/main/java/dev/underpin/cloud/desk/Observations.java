package dev.underpin.cloud.desk;

import dev.underpin.cloud.trust.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What the session knows of the vehicle now: the latest reading of each ECU and of the lamps, whatever brought it. */
public final class Observations {
    private final Map<String, EcuReading> ecus = new LinkedHashMap<>();
    private @Nullable LampReading lamps;

    /**
     * The latest reading of an ECU.
     *
     * @param answered whether it answered
     * @param active its codes that are there
     * @param at when it was read
     * @param order place among all that the session received
     */
    public record EcuReading(boolean answered, List<Dtc> active, Instant at, long order) {}

    /**
     * The latest reading of the lamps.
     *
     * @param lit lamps that were lit
     * @param order place among all that the session received
     */
    public record LampReading(List<String> lit, long order) {}

    public Optional<EcuReading> ecu(String name) {
        return Optional.ofNullable(ecus.get(name));
    }

    public Optional<LampReading> lamps() {
        return Optional.ofNullable(lamps);
    }

    /** Every code that is there by the latest readings. */
    public List<Dtc> active() {
        return ecus.values().stream()
                .flatMap(reading -> reading.active().stream())
                .toList();
    }

    void snapshot(Snapshot snapshot, long order) {
        for (JsonNode ecu : snapshot.json().path("ecus")) {
            boolean answered = ecu.path("state").asString("answered").equals("answered");
            read(ecu.path("ecu").asString(""), answered, ecu.path("dtcs"), snapshot.captured(), order);
        }
        lamps = new LampReading(snapshot.lamps(), order);
    }

    void result(String ecu, JsonNode data, Instant at, long order) {
        if (data.path("dtcs").isArray() && !ecu.isEmpty()) {
            read(ecu, true, data.path("dtcs"), at, order);
        }
        lamps(data, order);
    }

    void lamps(JsonNode holder, long order) {
        if (holder.path("lamps").isArray()) {
            lamps = new LampReading(Snapshot.lamps(holder.path("lamps")), order);
        }
    }

    ArrayNode json() {
        ArrayNode array = Json.array();
        ecus.forEach((name, reading) -> {
            ArrayNode dtcs = Json.array();
            reading.active()
                    .forEach(dtc ->
                            dtcs.add(Json.object().put("code", dtc.code()).put("status", dtc.status())));
            array.add(Json.object()
                    .put("ecu", name)
                    .put("state", reading.answered() ? "answered" : "silent")
                    .put("readAt", reading.at().toString())
                    .set("dtcs", dtcs));
        });
        return array;
    }

    private void read(String ecu, boolean answered, JsonNode dtcs, Instant at, long order) {
        List<Dtc> active = new ArrayList<>();
        dtcs.forEach(entry -> active.add(Dtc.of(ecu, entry)));
        ecus.put(
                ecu,
                new EcuReading(answered, active.stream().filter(Dtc::active).toList(), at, order));
    }
}

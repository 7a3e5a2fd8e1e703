package dev.underpin.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** One fault of each kind. */
final class Samples {
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("ecu", "BMS"),
            Map.entry("bus", "drive"),
            Map.entry("way", "requests"),
            Map.entry("harm", "stmin-127"),
            Map.entry("often", "always"),
            Map.entry("request", "22F195"),
            Map.entry("answer", "62F195SS"),
            Map.entry("identifier", "7A0"),
            Map.entry("service", "76"),
            Map.entry("path", ".*/offer"),
            Map.entry("how", "truncated"),
            Map.entry("repository", "director"),
            Map.entry("role", "targets"),
            Map.entry("forgery", "unsigned"),
            Map.entry("sensor", "hottest-cell"),
            Map.entry("status", "503"),
            Map.entry("as", "clone"),
            Map.entry("method", "POST"),
            Map.entry("volts", "2.0"),
            Map.entry("by", "-3.25"),
            Map.entry("kilo-ohms", "40.0"),
            Map.entry("bit", "7"),
            Map.entry("contact", "door-open"),
            Map.entry("alteration", "older"),
            Map.entry("pretence", "expired"),
            Map.entry("millis", "200"));

    private Samples() {}

    static Fault of(FaultKind kind) {
        Map<String, String> values = new LinkedHashMap<>();
        kind.parameters().forEach(name -> values.put(name, VALUES.getOrDefault(name, "20")));
        return kind.fault(values);
    }
}

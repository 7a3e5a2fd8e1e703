package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A history made by hand, whose records can be left out, changed or moved: what a defect would have left. */
final class Story {
    private record Event(double at, Kind kind, Map<String, Object> fields) {}

    private final List<Event> events = new ArrayList<>();
    private double at;

    /** What follows happens at that second of vehicle time. */
    Story at(double seconds) {
        at = seconds;
        return this;
    }

    Story record(Kind kind, Object... namesAndValues) {
        events.add(new Event(at, kind, fields(namesAndValues)));
        return this;
    }

    Story view(String screen, String view, String text, String buttons, Object... more) {
        Map<String, Object> fields = fields(
                "screen", screen, "change", "shown", "view", view, "title", view, "text", text, "buttons", buttons);
        fields.putAll(fields(more));
        events.add(new Event(at, Kind.SCREEN, fields));
        return this;
    }

    Story infotainment(String view, String text, String buttons, Object... more) {
        return view("infotainment", view, text, buttons, more);
    }

    Story progress(String view, int percent) {
        return record(
                Kind.SCREEN,
                "screen",
                "infotainment",
                "change",
                "updated",
                "view",
                view,
                "title",
                view,
                "text",
                "Wi-Fi",
                "progress",
                percent);
    }

    Story gone(String view) {
        return record(Kind.SCREEN, "screen", "infotainment", "change", "dismissed", "view", view);
    }

    Story press(String button) {
        return record(Kind.PRESS, "screen", "infotainment", "button", button, "effect", "accepted");
    }

    Story get(String path, int status, String response, Object... more) {
        Map<String, Object> fields =
                fields("leg", "vehicle", "method", "GET", "path", path, "status", status, "response", response);
        fields.putAll(fields(more));
        events.add(new Event(at, Kind.HTTP, fields));
        return this;
    }

    Story post(String leg, String path, String request, String response) {
        return record(
                Kind.HTTP,
                "leg",
                leg,
                "method",
                "POST",
                "path",
                path,
                "status",
                200,
                "request",
                request,
                "response",
                response);
    }

    Story lost(String path) {
        return record(Kind.HTTP, "leg", "vehicle", "method", "GET", "path", path, "error", "NO_BEARER: no network");
    }

    Story asks(String ecu, String pdu) {
        return uds(ecu, "request", pdu, pdu.substring(0, 2));
    }

    Story answers(String ecu, String pdu) {
        int sid = Integer.parseInt(pdu.substring(0, 2), 16) - 0x40;
        return uds(ecu, "response", pdu, "%02X".formatted(sid));
    }

    Story refuses(String ecu, String sid, String nrc) {
        return record(
                Kind.UDS,
                "link",
                "drive",
                "ecu",
                ecu,
                "direction",
                "response",
                "sid",
                sid,
                "pdu",
                "7F" + sid + nrc,
                "nrc",
                nrc);
    }

    private Story uds(String ecu, String direction, String pdu, String sid) {
        return record(Kind.UDS, "link", "drive", "ecu", ecu, "direction", direction, "sid", sid, "pdu", pdu);
    }

    Story boot(String ecu, String version, String sha256) {
        return record(
                Kind.BOOT,
                "ecu",
                ecu,
                "from",
                "application",
                "slot",
                "A",
                "version",
                version,
                "sha256",
                sha256,
                "complete",
                true);
    }

    Story signal(String message, String signal, int value) {
        return record(Kind.SIGNAL, "bus", "drive", "message", message, "signal", signal, "value", value);
    }

    Story vehicle(double soc, double speed, String gear, boolean charging) {
        return record(
                Kind.VEHICLE,
                "soc",
                soc,
                "volts12",
                13.8,
                "speed",
                speed,
                "gear",
                gear,
                "ignition",
                true,
                "charging",
                charging);
    }

    Story action(String action, String value, boolean granted) {
        return record(Kind.ACTION, "action", action, "value", value, "granted", granted);
    }

    Story lamp(String lamp, String colour, boolean lit) {
        return record(Kind.LAMP, "lamp", lamp, "colour", colour, "lit", lit);
    }

    Story fault(String fault, String target, String state) {
        return record(Kind.FAULT, "fault", fault, "target", target, "state", state);
    }

    /** Everything of another story, behind this one. */
    Story then(Story more) {
        events.addAll(more.events);
        return this;
    }

    /** The story without these records. */
    Story without(Predicate<Entry> which) {
        Story other = new Story();
        events.stream().filter(it -> !which.test(entry(it))).forEach(other.events::add);
        return other;
    }

    /** The story up to the first such record, that one left out. */
    Story until(Predicate<Entry> which) {
        Story other = new Story();
        events.stream().takeWhile(it -> !which.test(entry(it))).forEach(other.events::add);
        return other;
    }

    /** The story with a field of these records reading otherwise. */
    Story where(Predicate<Entry> which, String field, Object value) {
        Story other = new Story();
        for (Event event : events) {
            Map<String, Object> fields = new LinkedHashMap<>(event.fields);
            if (which.test(entry(event))) {
                fields.put(field, value);
            }
            other.events.add(new Event(event.at, event.kind, fields));
        }
        return other;
    }

    /** The story with the first such record right before the first record {@code goal}. */
    Story moved(Predicate<Entry> which, Predicate<Entry> goal) {
        Story other = new Story();
        other.events.addAll(events);
        Event moving =
                events.stream().filter(it -> which.test(entry(it))).findFirst().orElseThrow();
        other.events.remove(moving);
        Event before = other.events.stream()
                .filter(it -> goal.test(entry(it)))
                .findFirst()
                .orElseThrow();
        other.events.add(other.events.indexOf(before), new Event(before.at, moving.kind, moving.fields));
        return other;
    }

    History history() {
        History history = new History();
        for (Event event : events) {
            Fields fields = Fields.of("", null);
            event.fields.forEach(fields::and);
            history.add(Math.round(event.at * Nanos.SECOND), event.kind, "test", fields);
        }
        return history;
    }

    private static Entry entry(Event event) {
        return new Entry(0, Math.round(event.at * Nanos.SECOND), event.kind, "test", event.fields);
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}

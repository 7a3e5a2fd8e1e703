package dev.underpin.cloud.desk;

import dev.underpin.cloud.registry.Vehicle;
import dev.underpin.cloud.trust.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The inboxes that reports end up in, and who has acknowledged them. */
final class Inboxes implements ReportDelivery {
    private final Map<String, Report> team = new LinkedHashMap<>();
    private final Map<String, Instant> told = new LinkedHashMap<>();
    private final Map<String, Instant> acknowledged = new LinkedHashMap<>();

    @Override
    public void toUser(Vehicle vehicle, Report report) {
        vehicle.mailbox().post("report", report.notice());
        ObjectNode message = report.notice();
        message.set("report", report.body());
        vehicle.appInbox().post("report", message);
    }

    @Override
    public void toTeam(Report report) {
        team.put(report.id(), report);
    }

    void told(Report report, Instant now) {
        told.put(report.id(), now);
    }

    void acknowledge(Report report, Instant now) {
        acknowledged.putIfAbsent(report.id(), now);
    }

    /** Whether the user's side has not acknowledged {@code report} and was told longer ago than {@code wait}. */
    boolean due(Report report, Instant now, Duration wait) {
        Instant last = told.get(report.id());
        return last != null
                && !acknowledged.containsKey(report.id())
                && Duration.between(last, now).compareTo(wait) > 0;
    }

    ArrayNode json() {
        ArrayNode array = Json.array();
        for (Report report : team.values()) {
            ObjectNode entry = report.notice().put("acknowledged", acknowledged.containsKey(report.id()));
            entry.set("report", report.body());
            array.add(entry);
        }
        return array;
    }
}

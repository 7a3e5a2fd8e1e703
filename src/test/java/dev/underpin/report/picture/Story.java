package dev.underpin.report.picture;

import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;

/** The history of a small update, told by hand. */
public final class Story {
    private final History history = new History();

    private Story() {}

    /** An offer, a download, a transfer of {@code blocks} blocks to the drive control, a restart and the good news. */
    public static History ofAnUpdate(int blocks) {
        Story story = new Story();
        story.offer();
        story.download();
        story.install(blocks);
        story.goodNews();
        return story.history;
    }

    /** Every control unit is asked for its trouble codes. */
    static History ofASurvey(String... ecus) {
        Story story = new Story();
        for (int i = 0; i < ecus.length; i++) {
            story.uds(i * 0.01, "request", ecus[i], "19", 3, "");
        }
        return story.history;
    }

    private void offer() {
        step(1, "Given the vehicle is parked & connected");
        action(1.5, "connect-charger", true, "");
        http(2, "GET", "/vehicle/v1/WUPLX3EV7T1000047/offer", 200, 900);
        screen(2.2, "infotainment", "update.available", "Software update available");
        step(3, "When Alise selects \"Install Update\"");
        press(3.1, "Install Update");
    }

    private void download() {
        for (int percent = 0; percent <= 100; percent += 5) {
            http(4 + percent, "GET", "/vehicle/v1/images/vcu-2026.47.upi", 206, 200_000);
            progress(4 + percent, "update.download", percent);
            http(4.5 + percent, "POST", "/vehicle/v1/WUPLX3EV7T1000047/events", 200, 120);
        }
        http(105, "GET", "/vehicle/v1/WUPLX3EV7T1000047/director/targets.json", 503, 30);
    }

    private void install(int blocks) {
        step(110, "And confirms the installation");
        uds(110, "request", "VCU", "10", 2, "");
        uds(110.1, "response", "VCU", "10", 6, "");
        uds(110.2, "request", "VCU", "27", 2, "");
        uds(110.3, "response", "VCU", "27", 3, "35");
        for (int block = 0; block < blocks; block++) {
            uds(111 + block * 0.1, "request", "VCU", "36", 4096, "");
            uds(111.05 + block * 0.1, "response", "VCU", "36", 2, "");
            progress(111 + block * 0.1, "update.install", 99.0 * block / blocks);
        }
        history.add(
                at(112 + blocks * 0.1),
                Kind.FAULT,
                "nemesis",
                Fields.of("fault", "link-loss").and("target", "TCU").and("state", "injected"));
        history.add(
                at(113 + blocks * 0.1),
                Kind.BOOT,
                "power",
                Fields.of("ecu", "VCU").and("from", "application").and("version", "2026.47"));
    }

    private void goodNews() {
        step(400, "Then the system notifies Alise");
        history.add(
                at(401),
                Kind.LAMP,
                "cluster",
                Fields.of("lamp", "update").and("colour", "blue").and("lit", false));
        screen(402, "infotainment", "update.done", "Your vehicle software is up to date");
    }

    private void step(double seconds, String text) {
        history.add(at(seconds), Kind.STEP, "steps", Fields.of("text", text).and("state", "started"));
    }

    private void press(double seconds, String button) {
        history.add(
                at(seconds),
                Kind.PRESS,
                "hand",
                Fields.of("screen", "infotainment").and("button", button).and("effect", "accepted"));
    }

    private void action(double seconds, String action, boolean granted, String reason) {
        history.add(
                at(seconds),
                Kind.ACTION,
                "hand",
                Fields.of("action", action).and("granted", granted).and("reason", reason));
    }

    private void screen(double seconds, String screen, String view, String title) {
        history.add(
                at(seconds),
                Kind.SCREEN,
                "screen",
                Fields.of("screen", screen)
                        .and("change", "shown")
                        .and("view", view)
                        .and("title", title));
    }

    private void progress(double seconds, String view, double percent) {
        history.add(
                at(seconds),
                Kind.SCREEN,
                "screen",
                Fields.of("screen", "infotainment")
                        .and("change", "updated")
                        .and("view", view)
                        .and("title", view.endsWith("download") ? "Downloading update" : "Installing update")
                        .and("progress", (long) percent));
    }

    private void http(double seconds, String method, String path, int status, long bytes) {
        history.add(
                at(seconds),
                Kind.HTTP,
                "radio",
                Fields.of("leg", "vehicle")
                        .and("method", method)
                        .and("path", path)
                        .and("status", status)
                        .and("bytes", bytes));
    }

    private void uds(double seconds, String direction, String ecu, String sid, int length, String nrc) {
        history.add(
                at(seconds),
                Kind.UDS,
                "bus",
                Fields.of("link", "drive")
                        .and("ecu", ecu)
                        .and("direction", direction)
                        .and("sid", sid)
                        .and("length", length)
                        .and("nrc", nrc.isEmpty() ? null : nrc));
    }

    private static long at(double seconds) {
        return Math.round(seconds * Nanos.SECOND);
    }
}

package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.vehicle.telematics.Json;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Steps for the driver: shown until the driver says that it is done or cannot be done. */
final class Guidance {
    private final SupportScreens screens;
    private int steps;
    private @Nullable CompletableFuture<ObjectNode> open;

    Guidance(SupportScreens screens) {
        this.screens = screens;
    }

    /** Shows a step; the future gets the driver's answer. Without a screen that can be touched the answer is given by voice. */
    CompletableFuture<ObjectNode> show(JsonNode command, boolean byVoice) {
        withdraw();
        steps++;
        screens.add(SupportViews.guidance(steps, command.path("text").asString("")));
        if (byVoice) {
            return CompletableFuture.completedFuture(
                    answer("done", "shown in the cluster; the driver answers by voice"));
        }
        CompletableFuture<ObjectNode> asked = new CompletableFuture<>();
        open = asked;
        return asked;
    }

    /** The driver pressed a button of the step. */
    void answered(String button) {
        settle(
                button.equals(SupportViews.DONE)
                        ? answer("done", "the driver did it")
                        : answer("not-possible", "the driver could not do it"));
    }

    /** The session ends or another step follows. */
    void withdraw() {
        settle(answer("not-possible", "the driver gave no answer"));
    }

    private void settle(ObjectNode answer) {
        screens.dismiss("diag.guidance");
        CompletableFuture<ObjectNode> asked = open;
        open = null;
        if (asked != null) {
            asked.complete(answer);
        }
    }

    private static ObjectNode answer(String status, String detail) {
        return Json.object().put("status", status).put("detail", detail);
    }
}

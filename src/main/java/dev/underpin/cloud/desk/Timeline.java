package dev.underpin.cloud.desk;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.trust.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** The states that a session has gone through, each with time, actor and reason. */
public final class Timeline {
    private final List<Step> steps = new ArrayList<>();

    Timeline(Instant at, String actor, String reason) {
        steps.add(new Step(SessionState.REQUESTED, at, actor, reason));
    }

    /** One state, entered at {@code at} because {@code actor} had the {@code reason}. */
    public record Step(SessionState state, Instant at, String actor, String reason) {}

    public SessionState state() {
        return steps.getLast().state();
    }

    /** All states so far, oldest first. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    Instant since() {
        return steps.getLast().at();
    }

    Instant begun() {
        return steps.getFirst().at();
    }

    /**
     * Enters {@code next}.
     *
     * @throws ApiError 409 {@code wrong-order} when it may not follow the present state
     */
    void enter(SessionState next, Instant at, String actor, String reason) {
        if (!state().precedes(next)) {
            throw new ApiError(409, "wrong-order", next.text() + " cannot follow " + state().text());
        }
        steps.add(new Step(next, at, actor, reason));
    }

    ArrayNode json() {
        ArrayNode array = Json.array();
        for (Step step : steps) {
            array.add(Json.object()
                    .put("state", step.state().text())
                    .put("at", step.at().toString())
                    .put("actor", step.actor())
                    .put("reason", step.reason()));
        }
        return array;
    }
}

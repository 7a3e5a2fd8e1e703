package dev.underpin.evidence;

import dev.underpin.history.History;
import java.time.Instant;

/**
 * What a scenario leaves behind. Its verdict travels as the outcome of the scenario itself; the judgements are in the history.
 *
 * @param id Cucumber's id of the running scenario ({@code io.cucumber.java.Scenario#getId()})
 * @param history all that was observed; nothing is added to it any more
 * @param start civil time at which vehicle time was zero
 * @param vehicleNanos vehicle time that passed, nanoseconds
 */
public record ScenarioRecord(String id, History history, Instant start, long vehicleNanos) {}

package dev.underpin.report;

import java.time.Instant;

/**
 * How a step of a scenario went.
 *
 * @param text keyword and text, such as {@code Given the vehicle is in park}
 * @param status how it ended
 * @param failure what went wrong, or empty
 * @param started wall time
 * @param ended wall time
 * @param vehicleTime from when to when in vehicle time, in words; empty when not recorded
 */
public record StepOutcome(
        String text, Status status, String failure, Instant started, Instant ended, String vehicleTime) {
    /** The same step, with the vehicle time that it took. */
    public StepOutcome during(String span) {
        return new StepOutcome(text, status, failure, started, ended, span);
    }

    /** How a step can end. */
    public enum Status {
        PASSED,
        FAILED,
        SKIPPED
    }
}

package dev.underpin.session;

import dev.underpin.judge.PromiseBroken;
import dev.underpin.judge.Verdict;
import dev.underpin.rig.RigError;
import dev.underpin.time.Await.AwaitTimeout;
import io.cucumber.plugin.event.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * What Cucumber's result of a scenario means.
 *
 * @param reason why it is not Pass, else empty
 * @param detail the failure with its trace, else empty
 */
record Ending(Verdict verdict, String reason, String detail) {
    /**
     * Reads a result.
     *
     * @param rigError how the rig failed anywhere in the scenario: then nothing is said about the vehicle, whatever it seemed to do
     * @param recorded whether the scenario handed over a record: without one nothing was proved, whatever Cucumber says
     */
    static Ending of(Result result, @Nullable RigError rigError, boolean recorded) {
        if (rigError != null) {
            return new Ending(Verdict.RIG_ERROR, message(rigError), trace(rigError));
        }
        Throwable error = result.getError();
        String reason = error == null ? "" : message(error);
        String detail = error == null ? "" : trace(error);
        return switch (result.getStatus()) {
            case PASSED ->
                recorded
                        ? new Ending(Verdict.PASS, "", "")
                        : new Ending(Verdict.HARNESS_ERROR, "the scenario left no record", "");
            case SKIPPED, PENDING, UNUSED -> new Ending(Verdict.NOT_RUN, reason, detail);
            default -> new Ending(verdict(error), reason, detail);
        };
    }

    private static Verdict verdict(@Nullable Throwable error) {
        if (error instanceof PromiseBroken broken) {
            return broken.finding().verdict();
        }
        boolean unkept = error instanceof AssertionError || error instanceof AwaitTimeout;
        return unkept ? Verdict.FAIL : Verdict.HARNESS_ERROR;
    }

    private static String message(Throwable error) {
        String message = error.getMessage();
        return message == null || message.isBlank() ? error.getClass().getSimpleName() : message.strip();
    }

    private static String trace(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}

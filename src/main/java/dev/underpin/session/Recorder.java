package dev.underpin.session;

import dev.underpin.report.Attachment;
import dev.underpin.report.StepOutcome;
import dev.underpin.rig.RigError;
import io.cucumber.plugin.event.EmbedEvent;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.WriteEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what Cucumber tells of one scenario while it runs. */
final class Recorder {
    private final Instant started;
    private final List<StepOutcome> steps = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private @Nullable RigError rigError;

    Recorder(Instant started) {
        this.started = started;
    }

    void step(TestStepFinished event) {
        Result result = event.getResult();
        if (rigError == null && result.getError() instanceof RigError failed) {
            rigError = failed;
        }
        if (event.getTestStep() instanceof PickleStepTestStep step) {
            add(step.getStep().getKeyword().strip() + " " + step.getStep().getText(), event);
        } else if (result.getStatus() == Status.FAILED) {
            add("Around the scenario: " + event.getTestStep().getCodeLocation(), event);
        }
    }

    void attach(EmbedEvent event) {
        String name = event.getName() == null ? "Attachment" : event.getName();
        attachments.add(new Attachment(name, event.getMediaType(), event.getData()));
    }

    void write(WriteEvent event) {
        attachments.add(Attachment.text("Note", event.getText()));
    }

    /** How the rig failed, in a step or around the scenario; null when it did not. */
    @Nullable
    RigError rigError() {
        return rigError;
    }

    Instant started() {
        return started;
    }

    List<StepOutcome> steps() {
        return List.copyOf(steps);
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    private void add(String text, TestStepFinished event) {
        Result result = event.getResult();
        Throwable error = result.getError();
        String failure = error == null || error.getMessage() == null ? "" : error.getMessage();
        Instant ended = event.getInstant();
        steps.add(new StepOutcome(text, status(result), failure, ended.minus(result.getDuration()), ended, ""));
    }

    private static StepOutcome.Status status(Result result) {
        return switch (result.getStatus()) {
            case PASSED -> StepOutcome.Status.PASSED;
            case SKIPPED, PENDING, UNUSED -> StepOutcome.Status.SKIPPED;
            default -> StepOutcome.Status.FAILED;
        };
    }
}

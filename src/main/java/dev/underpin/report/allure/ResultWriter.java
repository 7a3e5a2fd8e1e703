package dev.underpin.report.allure;

import dev.underpin.judge.Clause;
import dev.underpin.report.Attachment;
import dev.underpin.report.RunOutcome;
import dev.underpin.report.ScenarioId;
import dev.underpin.report.ScenarioOutcome;
import dev.underpin.report.StepOutcome;
import dev.underpin.report.flake.PassRate;
import io.qameta.allure.AllureResultsWriter;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Turns outcomes into Allure results: epic is the contract, feature its section, story the clause. Every attempt is a result of its own
 * that is shown: none hides behind a later one as a retry.
 */
final class ResultWriter {
    private final AllureResultsWriter files;
    private final RunOutcome run;
    private final Map<ScenarioId, PassRate> rates = new HashMap<>();
    private final List<Clause> clauses;

    ResultWriter(AllureResultsWriter files, RunOutcome run, List<Clause> clauses) {
        this.files = files;
        this.run = run;
        this.clauses = clauses;
        run.passRates().forEach(rate -> rates.put(rate.id().numbered(0), rate));
    }

    void write(ScenarioOutcome scenario) {
        String uuid = uuid(scenario.id().number() + "/" + scenario.id().stableId());
        files.write(new TestResult()
                .setUuid(uuid)
                .setHistoryId(historyId(scenario))
                .setTestCaseId(scenario.id().stableId())
                .setFullName(scenario.id().file() + ":" + scenario.id().line())
                .setName(scenario.shownName(run.attempts()))
                .setDescription(description(scenario))
                .setLabels(labels(scenario))
                .setParameters(parameters(scenario))
                .setStatus(Status.fromValue(scenario.verdict().allureStatus()))
                .setStatusDetails(
                        new StatusDetails().setMessage(message(scenario)).setTrace(scenario.detail()))
                .setStage(Stage.FINISHED)
                .setStart(scenario.started().toEpochMilli())
                .setStop(scenario.ended().toEpochMilli())
                .setSteps(scenario.steps().stream().map(ResultWriter::step).toList())
                .setAttachments(attachments(uuid, scenario.attachments())));
    }

    /** The same in every run; each attempt has a history of its own. */
    private static String historyId(ScenarioOutcome scenario) {
        String id = scenario.id().stableId();
        return scenario.attempt() == 1 ? id : id + "-" + scenario.attempt();
    }

    private List<Parameter> parameters(ScenarioOutcome scenario) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                parameter("verdict", scenario.verdict().label()),
                parameter("vehicle time", "%.3f s".formatted(scenario.vehicleSeconds()))));
        PassRate rate = rates.get(scenario.id().numbered(0));
        if (run.attempts() > 1 && rate != null) {
            parameters.add(parameter("passed", rate.told()));
        }
        return parameters;
    }

    /** Categories are told apart by the verdict that a message begins with. */
    private static String message(ScenarioOutcome scenario) {
        return scenario.reason().isEmpty() ? "" : scenario.verdict().label() + ": " + scenario.shownReason();
    }

    private String description(ScenarioOutcome scenario) {
        StringBuilder text = new StringBuilder();
        scenario.quarantine().ifPresent(entry -> text.append("**%s**\n\n".formatted(entry.told())));
        for (Clause clause : proved(scenario)) {
            text.append("- **%s** %s: %s\n"
                    .formatted(clause.id(), scenario.verdictOf(clause.id()).label(), clause.text()));
        }
        return text.toString();
    }

    private List<Clause> proved(ScenarioOutcome scenario) {
        return clauses.stream()
                .filter(clause -> scenario.clauses().contains(clause.id()))
                .toList();
    }

    private List<Label> labels(ScenarioOutcome scenario) {
        Set<Label> labels = new LinkedHashSet<>();
        for (Clause clause : proved(scenario)) {
            labels.add(label("epic", ContractTitles.of(clause)));
            labels.add(label("feature", clause.section()));
            labels.add(label("story", clause.id()));
        }
        labels.add(label("suite", scenario.id().feature()));
        if (!scenario.id().rule().isEmpty()) {
            labels.add(label("subSuite", scenario.id().rule()));
        }
        scenario.tags().forEach(tag -> labels.add(label("tag", tag)));
        scenario.quarantine().ifPresent(entry -> labels.add(label("tag", "quarantined")));
        labels.add(label("framework", "cucumber"));
        labels.add(label("language", "gherkin"));
        return List.copyOf(labels);
    }

    private static StepResult step(StepOutcome step) {
        StepResult result = new StepResult()
                .setName(step.vehicleTime().isEmpty() ? step.text() : step.text() + "  [" + step.vehicleTime() + "]")
                .setStatus(Status.fromValue(step.status().name().toLowerCase(Locale.ROOT)))
                .setStage(Stage.FINISHED)
                .setStart(step.started().toEpochMilli())
                .setStop(step.ended().toEpochMilli());
        return step.failure().isEmpty()
                ? result
                : result.setStatusDetails(new StatusDetails().setMessage(step.failure()));
    }

    private List<io.qameta.allure.model.Attachment> attachments(String uuid, List<Attachment> attachments) {
        List<io.qameta.allure.model.Attachment> written = new ArrayList<>();
        for (Attachment attachment : attachments) {
            String source = uuid(uuid + "/" + written.size()) + "-attachment" + suffix(attachment.mediaType());
            files.write(source, new ByteArrayInputStream(attachment.content()));
            written.add(new io.qameta.allure.model.Attachment()
                    .setName(attachment.name())
                    .setType(attachment.mediaType())
                    .setSource(source));
        }
        return written;
    }

    private static String suffix(String mediaType) {
        return Map.of("image/svg+xml", ".svg", "image/png", ".png", "text/plain", ".txt", "application/json", ".json")
                .getOrDefault(mediaType, "");
    }

    private String uuid(String what) {
        return UUID.nameUUIDFromBytes((run.run() + "/" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value).setExcluded(true);
    }
}

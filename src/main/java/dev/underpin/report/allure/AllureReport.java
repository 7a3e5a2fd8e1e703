package dev.underpin.report.allure;

import dev.underpin.judge.Clause;
import dev.underpin.report.RunOutcome;
import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.Extension;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.allure1.Allure1Plugin;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.core.AttachmentsPlugin;
import io.qameta.allure.core.MarkdownDescriptionsPlugin;
import io.qameta.allure.core.TestsResultsPlugin;
import io.qameta.allure.duration.DurationPlugin;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.environment.Allure1EnvironmentPlugin;
import io.qameta.allure.executor.ExecutorPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.launch.LaunchPlugin;
import io.qameta.allure.retry.RetryPlugin;
import io.qameta.allure.severity.SeverityPlugin;
import io.qameta.allure.status.StatusChartPlugin;
import io.qameta.allure.suites.SuitesPlugin;
import io.qameta.allure.summary.SummaryPlugin;
import io.qameta.allure.tags.TagsPlugin;
import io.qameta.allure.timeline.TimelinePlugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes Allure results and generates the report from them.
 *
 * <p>The generator's parts are named one by one, because its default set includes one that reports each generation to the maker of
 * Allure over the network.
 */
public final class AllureReport {
    private final RunOutcome outcome;
    private final List<Clause> clauses;

    public AllureReport(RunOutcome outcome, List<Clause> clauses) {
        this.outcome = outcome;
        this.clauses = clauses;
    }

    /** Writes the results into {@code results} and {@code index.html} into {@code report}. */
    public void write(Path results, Path report) throws IOException {
        Files.createDirectories(results);
        ResultWriter writer = new ResultWriter(new FileSystemResultsWriter(results), outcome, clauses);
        outcome.scenarios().forEach(writer::write);
        RunFacts.write(outcome, results);
        new ReportGenerator(ConfigurationBuilder.empty()
                        .withExtensions(extensions())
                        .withReportName("Underpin: " + outcome.run())
                        .build())
                .generateSingleFile(report, List.of(results));
        Path index = report.resolve("index.html");
        String generated = Files.readString(index, StandardCharsets.UTF_8);
        Files.writeString(index, Page.of(generated), StandardCharsets.UTF_8);
    }

    private List<Extension> extensions() {
        return List.of(
                new Allure1Plugin(),
                new Allure2Plugin(),
                new Allure1EnvironmentPlugin(),
                new MarkdownDescriptionsPlugin(),
                new TagsPlugin(),
                new RetryPlugin(),
                new SeverityPlugin(),
                new HistoryPlugin(),
                new HistoryTrendPlugin(),
                new CategoriesPlugin(),
                new DurationPlugin(),
                new DurationTrendPlugin(),
                new StatusChartPlugin(),
                new TimelinePlugin(),
                new SuitesPlugin(),
                new TestsResultsPlugin(),
                new AttachmentsPlugin(),
                new SummaryPlugin(),
                new ExecutorPlugin(),
                new LaunchPlugin(),
                new ContractsTree(clauses));
    }
}

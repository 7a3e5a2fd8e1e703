package dev.underpin.session;

import dev.underpin.mistake.UserMistake;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.Plugin;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.List;

/**
 * Cucumber, set up for a run.
 *
 * @param features what to run, in order
 * @param glue the steps
 * @param tags which scenarios, as a tag expression; empty for all
 */
record Engine(List<Feature> features, Glue glue, String tags) {
    /** Scenarios of what the product does not do yet: they run only when {@code tags} names them. */
    static final String OPEN = "@open";

    /** How many scenarios that {@code tags} chooses are left out because they are open. */
    int leftOut() {
        if (tags.contains(OPEN)) {
            return 0;
        }
        return (int) features.stream()
                .flatMap(feature -> feature.getPickles().stream())
                .filter(pickle -> pickle.getTags().contains(OPEN))
                .filter(pickle -> tags.isEmpty() || expression(tags).evaluate(pickle.getTags()))
                .count();
    }

    /** Matches the scenarios with the steps; nothing is executed. */
    void rehearse(Plugin listener) {
        runtime(new RuntimeOptionsBuilder().setDryRun(), listener).run();
    }

    /** Runs the scenarios, on so many threads; listeners that are not concurrent hear of them in order. */
    void run(int threads, Plugin... listeners) {
        runtime(new RuntimeOptionsBuilder().setThreads(threads), listeners).run();
    }

    private Runtime runtime(RuntimeOptionsBuilder options, Plugin... listeners) {
        glue.packages().forEach(name -> options.addGlue(GluePath.parse(name)));
        if (!tags.isEmpty()) {
            options.addTagFilter(expression(tags));
        }
        if (!tags.contains(OPEN)) {
            options.addTagFilter(expression("not " + OPEN));
        }
        return Runtime.builder()
                .withRuntimeOptions(options.setNoSummary().setPublishQuiet(true).build())
                .withFeatureSupplier(() -> features)
                .withObjectFactorySupplier(new PerThread(glue))
                .withAdditionalPlugins(listeners)
                .build();
    }

    private static io.cucumber.tagexpressions.Expression expression(String tags) {
        try {
            return TagExpressionParser.parse(tags);
        } catch (TagExpressionException wrong) {
            throw UserMistake.saying("--tags: " + wrong.getMessage());
        }
    }
}

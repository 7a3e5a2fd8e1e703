package dev.underpin.session;

import dev.underpin.mistake.UserMistake;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The pass before a run, which executes nothing: which scenarios are chosen, and whether every step means something. */
final class Rehearsal implements ConcurrentEventListener {
    private static final int MAX_NAMED = 10;

    private final Catalogue catalogue;
    private final List<Catalogue.Place> chosen = new ArrayList<>();
    private final Set<String> wrong = new LinkedHashSet<>();

    private Rehearsal(List<Feature> features) {
        this.catalogue = new Catalogue(features);
    }

    /**
     * The chosen scenarios, numbered.
     *
     * @throws UserMistake when a step is undefined or ambiguous, a scenario has no step, or no scenario is chosen
     */
    static Programme of(Engine engine) {
        Rehearsal rehearsal = new Rehearsal(engine.features());
        engine.rehearse(rehearsal);
        rehearsal.complain(engine.tags());
        return rehearsal.catalogue.programme(rehearsal.chosen);
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, event -> scenario(event.getTestCase()));
        publisher.registerHandlerFor(TestStepFinished.class, this::step);
    }

    private void scenario(TestCase test) {
        chosen.add(Catalogue.Place.of(test));
        if (test.getTestSteps().stream().noneMatch(PickleStepTestStep.class::isInstance)) {
            wrong.add("%s:%d: expected a scenario with steps, found none under \"%s\""
                    .formatted(Catalogue.file(test.getUri()), test.getLocation().getLine(), test.getName()));
        }
    }

    private void step(TestStepFinished event) {
        Status status = event.getResult().getStatus();
        if (event.getTestStep() instanceof PickleStepTestStep step
                && (status == Status.UNDEFINED || status == Status.AMBIGUOUS)) {
            wrong.add("%s:%d: expected a step that is %s, found \"%s\""
                    .formatted(
                            Catalogue.file(step.getUri()),
                            step.getStep().getLine(),
                            status == Status.UNDEFINED ? "defined" : "defined once",
                            step.getStep().getText()));
        }
    }

    private void complain(String tags) {
        if (chosen.isEmpty()) {
            throw UserMistake.saying(
                    tags.isEmpty()
                            ? "the feature files hold no scenario"
                            : "--tags '%s': no scenario carries such tags".formatted(tags));
        }
        if (!wrong.isEmpty()) {
            List<String> named = wrong.stream().limit(MAX_NAMED).toList();
            String more = wrong.size() > MAX_NAMED ? "\n… and %d more".formatted(wrong.size() - MAX_NAMED) : "";
            throw UserMistake.saying(String.join("\n", named) + more);
        }
    }
}

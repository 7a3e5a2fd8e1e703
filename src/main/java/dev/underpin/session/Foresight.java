package dev.underpin.session;

import dev.underpin.fault.Fault;
import dev.underpin.report.ScenarioId;
import dev.underpin.steps.FaultsAhead;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseStarted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a scenario will ask of a rig, found in its tags and steps without running it.
 *
 * @param tags with their @
 * @param faults those that its steps and plans inject
 */
public record Foresight(ScenarioId scenario, List<String> tags, List<Fault> faults) {
    /**
     * What the scenarios of feature files will ask for, in feature order; open ones are left out.
     *
     * @param bases folders below which files are named from there
     * @param glue packages of the steps
     * @throws dev.underpin.mistake.UserMistake when a path is not there or a file is damaged
     */
    public static List<Foresight> of(List<Path> paths, List<Path> bases, List<String> glue) {
        List<Feature> features = FeatureFiles.read(paths, bases);
        Seer seer = new Seer(new Catalogue(features));
        new Engine(features, new Glue(glue, Map.of()), "").rehearse(seer);
        return List.copyOf(seer.seen);
    }

    private record Seer(Catalogue catalogue, List<Foresight> seen) implements ConcurrentEventListener {
        Seer(Catalogue catalogue) {
            this(catalogue, new ArrayList<>());
        }

        @Override
        public void setEventPublisher(EventPublisher publisher) {
            publisher.registerHandlerFor(TestCaseStarted.class, event -> look(event.getTestCase()));
        }

        private void look(TestCase test) {
            seen.add(new Foresight(
                    catalogue.id(seen.size() + 1, Catalogue.Place.of(test)),
                    test.getTags(),
                    FaultsAhead.of(RunListener.ahead(test))));
        }
    }
}

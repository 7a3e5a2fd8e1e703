package dev.underpin.session;

import dev.underpin.report.ScenarioId;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.plugin.event.Node;
import io.cucumber.plugin.event.TestCase;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where in the feature files each scenario stands. */
final class Catalogue {
    /** A scenario's file and line; of an example, its row. */
    record Place(URI uri, int line) {
        static Place of(TestCase test) {
            return new Place(test.getUri(), test.getLocation().getLine());
        }

        static Place of(Pickle pickle) {
            return new Place(pickle.getUri(), pickle.getLocation().getLine());
        }
    }

    private final Map<URI, Feature> features = new LinkedHashMap<>();

    Catalogue(List<Feature> features) {
        features.forEach(feature -> this.features.put(feature.getUri(), feature));
    }

    /** The file as it was named to {@link FeatureFiles}. */
    static String file(URI uri) {
        return uri.getSchemeSpecificPart();
    }

    Programme programme(List<Place> chosen) {
        Map<Place, ScenarioId> numbered = new LinkedHashMap<>();
        for (Place place : chosen) {
            numbered.put(place, id(numbered.size() + 1, place));
        }
        return new Programme(numbered);
    }

    ScenarioId id(int number, Place place) {
        Feature feature = java.util.Objects.requireNonNull(features.get(place.uri()), "a scenario of no feature file");
        List<Node> path = feature.findPathTo(node -> node.getLocation().getLine() == place.line())
                .orElseThrow(() -> new IllegalStateException("no scenario at " + place));
        return new ScenarioId(
                number,
                file(place.uri()),
                place.line(),
                name(path, Node.Feature.class),
                name(path, Node.Rule.class),
                path.getLast() instanceof Node.Example example
                        ? ofExample(
                                feature.getPickleAt(example).getName(),
                                name(path, Node.ScenarioOutline.class),
                                row(feature, place))
                        : name(path, Node.Scenario.class),
                path.getLast() instanceof Node.Example ? row(feature, place) : "");
    }

    /** An outline whose name holds no value of the example gets the values behind it. */
    private static String ofExample(String name, String outline, String row) {
        String values = row.replaceAll("^\\|\\s*|\\s*\\|$", "").replaceAll("\\s*\\|\\s*", ", ");
        return name.equals(outline) ? name + " (" + values + ")" : name;
    }

    private static String row(Feature feature, Place place) {
        return feature.getSource().lines().toList().get(place.line() - 1).strip();
    }

    private static String name(List<Node> path, Class<? extends Node> kind) {
        return path.stream()
                .filter(kind::isInstance)
                .findFirst()
                .flatMap(Node::getName)
                .orElse("");
    }
}

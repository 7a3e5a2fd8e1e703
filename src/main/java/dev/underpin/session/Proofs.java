package dev.underpin.session;

import dev.underpin.report.ScenarioId;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which scenarios there are and which carry which tag, in feature order. */
public final class Proofs {
    private final Map<String, List<ScenarioId>> byTag = new LinkedHashMap<>();
    private final List<ScenarioId> all = new ArrayList<>();

    private Proofs() {}

    /**
     * Reads feature files; steps are not looked at.
     *
     * @param bases folders below which files are named from there
     * @throws dev.underpin.mistake.UserMistake when a path is not there or a file is damaged
     */
    public static Proofs in(List<Path> paths, List<Path> bases) {
        List<Feature> features = FeatureFiles.read(paths, bases);
        Catalogue catalogue = new Catalogue(features);
        Proofs proofs = new Proofs();
        int number = 0;
        for (Feature feature : features) {
            for (Pickle pickle : feature.getPickles()) {
                ScenarioId id = catalogue.id(++number, Catalogue.Place.of(pickle));
                proofs.all.add(id);
                pickle.getTags().forEach(tag -> proofs.add(tag, id));
            }
        }
        return proofs;
    }

    /** The tags that scenarios carry, without their @. */
    public List<String> tags() {
        return byTag.keySet().stream().map(tag -> tag.substring(1)).toList();
    }

    /** The scenarios that carry {@code tag}, which is named without its @. */
    public List<ScenarioId> of(String tag) {
        return List.copyOf(byTag.getOrDefault("@" + tag, List.of()));
    }

    /** Every scenario. */
    public List<ScenarioId> all() {
        return List.copyOf(all);
    }

    private void add(String tag, ScenarioId id) {
        byTag.computeIfAbsent(tag, any -> new ArrayList<>()).add(id);
    }
}

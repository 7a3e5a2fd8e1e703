package dev.underpin.defect;

import dev.underpin.cloud.Seams;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.vehicle.Fitting;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Something that a vehicle or its cloud does wrong.
 *
 * @param id words with hyphens, one of a kind
 * @param area where it is
 * @param source where it is known from: a row of the catalogues of rules, attacks and complaints such as {@code V27}, {@code M4},
 *     {@code ECU-12}, or the clause that it breaks
 * @param words what is wrong, as a sentence
 * @param feature the feature file that should find it, below the folder of the features; empty when only a campaign can
 * @param tags which of its scenarios, as a tag expression
 * @param broken the clauses or rules of which the failure has to name one
 * @param fitting makes the vehicle's parts, anew for each vehicle
 * @param seams makes the cloud's parts, anew for each cloud
 */
public record Defect(
        String id,
        Area area,
        String source,
        String words,
        String feature,
        String tags,
        String broken,
        Supplier<Fitting> fitting,
        Supplier<Seams> seams) {
    /** A defect that is not anywhere yet. */
    static Draft of(String id, Area area, String source, String words) {
        return new Draft(id, area, source, words, "", "", "");
    }

    /** Whether no scenario is written for it: it shows only when failures coincide. */
    public boolean hidden() {
        return feature.isEmpty();
    }

    /** The rig with this defect in its vehicle or its cloud; each bench gets parts of its own. */
    public BenchProvider in(VirtualRig rig) {
        return scenario -> rig.with(fitting.get(), seams.get()).bench(scenario);
    }

    /** Whether that clause or rule is one that it breaks. */
    public boolean breaks(String rule) {
        return List.of(broken.split("\\|")).contains(rule);
    }

    /** Whether a failure that says {@code words} names what it breaks. */
    public boolean isNamedBy(String words) {
        return Pattern.compile("\\b(%s)\\b".formatted(broken)).matcher(words).find();
    }

    @Override
    public String toString() {
        return id;
    }

    /** What is known of a defect before its code. */
    record Draft(String id, Area area, String source, String words, String feature, String tags, String broken) {
        /**
         * Where it should be found.
         *
         * @param rules one clause or rule, or several separated by {@code |}
         */
        Draft breaking(String file, String scenarios, String rules) {
            return new Draft(id, area, source, words, file, scenarios, rules);
        }

        Defect vehicle(Supplier<Fitting> fitting) {
            return new Defect(id, area, source, words, feature, tags, broken, fitting, Seams::standard);
        }

        Defect cloud(Supplier<Seams> seams) {
            return new Defect(id, area, source, words, feature, tags, broken, () -> Fitting.STANDARD, seams);
        }
    }
}

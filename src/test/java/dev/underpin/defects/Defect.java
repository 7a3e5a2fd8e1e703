package dev.underpin.defects;

import dev.underpin.cloud.Seams;
import dev.underpin.vehicle.Fitting;

/**
 * Something that a vehicle or its cloud does wrong.
 *
 * @param name what is wrong, as a sentence
 * @param feature the feature file that finds it, below {@code features}
 * @param tags which of its scenarios
 * @param broken the clause or rule that the failure has to name
 */
record Defect(String name, String feature, String tags, String broken, Fitting fitting, Seams seams) {
    static Defect vehicle(String name, String feature, String tags, String broken, Fitting fitting) {
        return new Defect(name, feature, tags, broken, fitting, Seams.standard());
    }

    static Defect cloud(String name, String feature, String tags, String broken, Seams seams) {
        return new Defect(name, feature, tags, broken, Fitting.STANDARD, seams);
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.underpin.judge.ota;

import dev.underpin.judge.Promise;
import java.util.ArrayList;
import java.util.List;

/** The rows of the catalogue of faults of updates that the vehicle answers for itself: {@code ota-W1}, {@code ota-D1}, {@code ota-E1}. */
public final class VehicleRows {
    private VehicleRows() {}

    /** All of them. */
    public static List<Promise> all() {
        List<Promise> all = new ArrayList<>(PowerRows.all());
        all.addAll(StateRows.all());
        all.addAll(UnitRows.all());
        return all;
    }
}

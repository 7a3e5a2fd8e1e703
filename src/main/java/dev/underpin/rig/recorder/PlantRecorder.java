package dev.underpin.rig.recorder;

import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.plant.Plant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the state of the physical vehicle once a second while it is awake, once a minute while it sleeps. */
public final class PlantRecorder {
    private static final double TENTH = 10;

    private final Pen pen;
    private final Plant plant;
    private final Alarm sampling;

    /** Starts to write at once. */
    public PlantRecorder(Pen pen, Plant plant) {
        this.pen = pen;
        this.plant = plant;
        this.sampling = pen.scheduler().alarm(this::sample);
        plant.power().listen(() -> sampling.in(0));
        sampling.in(0);
    }

    private void sample() {
        pen.write(
                Kind.VEHICLE,
                "plant",
                Fields.of("soc", tenths(plant.pack().stateOfCharge()))
                        .and("volts12", tenths(plant.lowVoltage().volts()))
                        .and("speed", tenths(plant.motion().speed()))
                        .and("gear", plant.motion().gear().name())
                        .and("ignition", plant.controls().ignition())
                        .and("charging", plant.charging().plugged())
                        .and("odometer", tenths(plant.motion().odometer()))
                        .and("body", body()));
        sampling.in(plant.power().awake() ? Nanos.SECOND : Nanos.MINUTE);
    }

    /** What is not as in a car that is shut and level; null when nothing. */
    private @Nullable String body() {
        List<String> signs = new ArrayList<>();
        plant.body()
                .closed()
                .forEach(it -> signs.add(it.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (plant.body().slope() != 0) {
            signs.add("slope %.0f".formatted(plant.body().slope()));
        }
        return signs.isEmpty() ? null : String.join(", ", signs);
    }

    private static double tenths(double value) {
        return Math.round(value * TENTH) / TENTH;
    }
}

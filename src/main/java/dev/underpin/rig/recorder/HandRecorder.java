package dev.underpin.rig.recorder;

import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.vehicle.plant.Answer;
import dev.underpin.vehicle.plant.Controls;

/** Writes what people do to the vehicle and what it answers. */
public final class HandRecorder implements Controls.Listener {
    private final Pen pen;

    public HandRecorder(Pen pen) {
        this.pen = pen;
    }

    @Override
    public void acted(String action, String value, Answer answer) {
        Fields fields = Fields.of("action", action)
                .and("value", value)
                .and("granted", answer.granted())
                .and("reason", answer.granted() ? null : answer.reason());
        pen.write(Kind.ACTION, "hands", fields);
    }
}

package dev.underpin.rig.recorder;

import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.vehicle.screen.ScreenListener;
import dev.underpin.vehicle.screen.View;

/** Writes what screens show and where fingers press. */
public final class ScreenRecorder implements ScreenListener {
    private final Pen pen;

    public ScreenRecorder(Pen pen) {
        this.pen = pen;
    }

    @Override
    public void shown(String screen, View view) {
        change(screen, "shown", view);
    }

    @Override
    public void updated(String screen, View view) {
        change(screen, "updated", view);
    }

    @Override
    public void dismissed(String screen, View view) {
        pen.write(
                Kind.SCREEN,
                screen,
                Fields.of("screen", screen).and("change", "dismissed").and("view", view.id()));
    }

    @Override
    public void pressed(String screen, String button, boolean accepted) {
        pen.write(
                Kind.PRESS,
                screen,
                Fields.of("screen", screen).and("button", button).and("effect", accepted ? "accepted" : "none"));
    }

    private void change(String screen, String change, View view) {
        Fields fields = Fields.of("screen", screen)
                .and("change", change)
                .and("view", view.id())
                .and("title", view.title())
                .and("text", String.join(" | ", view.lines()))
                .and("buttons", String.join(", ", view.buttons()))
                .and("progress", view.progress().isPresent() ? view.progress().getAsInt() : null)
                .and("reason", view.reason().isEmpty() ? null : view.reason());
        pen.write(Kind.SCREEN, screen, fields);
    }
}

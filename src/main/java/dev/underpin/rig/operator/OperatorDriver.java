package dev.underpin.rig.operator;

import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.rig.port.Driver;
import dev.underpin.rig.recorder.Pen;
import dev.underpin.time.Scheduler;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The driver where a bench has no hand and no eye of its own: the operator is told what to press and asked what is to be seen. */
public final class OperatorDriver implements Driver {
    private final Operator operator;
    private final Scheduler scheduler;
    private final Pen pen;
    private final Map<String, Watch> watches = new HashMap<>();
    private final Map<String, List<String>> buttons = new HashMap<>();

    public OperatorDriver(Operator operator, Scheduler scheduler, Pen pen) {
        this.operator = operator;
        this.scheduler = scheduler;
        this.pen = pen;
    }

    @Override
    public boolean press(String screen, String button) {
        boolean taken = operator.does("press \"%s\" on the %s".formatted(button, screen));
        pen.write(
                Kind.PRESS,
                "operator",
                Fields.of("screen", screen).and("button", button).and("effect", taken ? "accepted" : "none"));
        watch(screen).touched();
        buttons.remove(screen);
        return taken;
    }

    @Override
    public boolean sees(String screen, String view) {
        return watch(screen).sees(view);
    }

    @Override
    public Optional<String> title(String screen, String view) {
        return sees(screen, view)
                ? Optional.of(operator.tells("type the title of what the %s shows".formatted(screen)))
                : Optional.empty();
    }

    /** He is asked once until a button is pressed. */
    @Override
    public List<String> buttons(String screen) {
        return buttons.computeIfAbsent(
                screen, any -> list("type the buttons that the %s shows, with commas between".formatted(screen)));
    }

    @Override
    public List<String> lamps() {
        return list("type the lamps that are lit on the cluster, with commas between");
    }

    private List<String> list(String question) {
        return Arrays.stream(operator.tells(question).split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    @Override
    public void ignition(boolean on) {
        hands("ignition", on ? "on" : "off", "turn the ignition " + (on ? "on" : "off"));
    }

    @Override
    public boolean gear(String gear) {
        return hands("gear", gear, "select " + gear);
    }

    @Override
    public boolean drive(double kilometresPerHour) {
        return hands(
                "drive",
                "%.0f".formatted(kilometresPerHour),
                "select D and drive at %.0f km/h, on the rollers only".formatted(kilometresPerHour));
    }

    @Override
    public void park() {
        hands("stop", "", "brake to a stop and leave the ignition on");
    }

    @Override
    public boolean stands() {
        return operator.sees("does the car stand still?");
    }

    @Override
    public void plug() {
        hands("plug", "", "plug in the charger");
    }

    @Override
    public void unplug() {
        hands("unplug", "", "pull the charge plug");
    }

    @Override
    public void navigate(boolean on) {
        hands("navigation", on ? "start" : "end", (on ? "start" : "end") + " route guidance");
    }

    @Override
    public void assist(boolean on) {
        hands("driving-assistance", on ? "on" : "off", "switch driving assistance " + (on ? "on" : "off"));
    }

    @Override
    public void callSupport() {
        hands("phone-call", "", "call technical support from the registered number");
    }

    private boolean hands(String action, String value, String what) {
        boolean granted = operator.does(what);
        pen.write(
                Kind.ACTION,
                "hands",
                Fields.of("action", action)
                        .and("value", value)
                        .and("granted", granted)
                        .and("reason", granted ? null : "the operator says that it is not possible"));
        return granted;
    }

    private Watch watch(String screen) {
        return watches.computeIfAbsent(screen, any -> new Watch(screen, operator, scheduler, pen));
    }
}

package dev.underpin.vehicle.screen;

import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A screen with a touch panel. What software shows stays its content while the screen is dark and comes back with the light, as
 * the controllers that own the views send them again once the screen has started.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class TouchScreen implements Display {
    /** From the finger on the glass to the software that owns the button. */
    public static final long TOUCH_LATENCY = 40 * Nanos.MILLISECOND;

    private final Scheduler scheduler;
    private final String name;
    private final Map<String, View> content = new LinkedHashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final List<Consumer<String>> software = new ArrayList<>();
    private final List<ScreenListener> onlookers = new ArrayList<>();
    private boolean lit;
    private boolean touchWorks = true;

    /** A dark screen; {@link #light(boolean)} starts it. */
    public TouchScreen(Scheduler scheduler, String name) {
        this.scheduler = scheduler;
        this.name = name;
    }

    /** Adds an onlooker. */
    public void watch(ScreenListener onlooker) {
        onlookers.add(onlooker);
    }

    /** The screen starts ({@code true}) or goes dark, as its controller gets and loses power. */
    public void light(boolean on) {
        if (on == lit) {
            return;
        }
        lit = on;
        for (View view : List.copyOf(content.values())) {
            onlookers.forEach(on ? it -> it.shown(name, view) : it -> it.dismissed(name, view));
        }
    }

    /** Whether the screen is on. */
    public boolean lit() {
        return lit;
    }

    /** Whether the panel feels fingers; a panel that does not still shows its picture. */
    public void touchWorks(boolean works) {
        touchWorks = works;
    }

    /**
     * Touches a button.
     *
     * @return whether the screen took the touch; false when it is dark, does not feel, shows no such button, or when another touch of the
     *     same view is on its way to the software
     */
    public boolean touch(String button) {
        Optional<String> view = touchWorks ? Presses.youngestWith(this, button) : Optional.empty();
        boolean accepted = view.isPresent() && answered.add(view.get());
        onlookers.forEach(it -> it.pressed(name, button, accepted));
        if (accepted) {
            scheduler.after(TOUCH_LATENCY, () -> deliver(view.get(), button));
        }
        return accepted;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void show(View view) {
        View before = content.put(view.id(), view);
        if (!lit || view.equals(before)) {
            return;
        }
        onlookers.forEach(before == null ? it -> it.shown(name, view) : it -> it.updated(name, view));
    }

    @Override
    public void dismiss(String viewId) {
        View gone = content.remove(viewId);
        if (gone != null && lit) {
            onlookers.forEach(it -> it.dismissed(name, gone));
        }
    }

    @Override
    public Optional<View> view(String viewId) {
        return lit ? Optional.ofNullable(content.get(viewId)) : Optional.empty();
    }

    @Override
    public List<View> views() {
        return lit ? List.copyOf(content.values()) : List.of();
    }

    @Override
    public boolean responsive() {
        return lit && touchWorks;
    }

    @Override
    public void onPress(Consumer<String> listener) {
        software.add(listener);
    }

    private void deliver(String view, String button) {
        answered.remove(view);
        if (Presses.youngestWith(this, button).isPresent()) {
            List.copyOf(software).forEach(it -> it.accept(button));
        }
    }
}

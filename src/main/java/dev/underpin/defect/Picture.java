package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A screen that shows some views otherwise than it was told to, not at all, or more than once. */
final class Picture extends Front {
    private final Function<View, List<View>> change;

    private Picture(Display real, Function<View, List<View>> change) {
        super(real);
        this.change = change;
    }

    /** A vehicle all of whose screens change the views with that id. */
    static Fitting of(String id, UnaryOperator<View> change) {
        return instead(id, view -> List.of(change.apply(view)));
    }

    /** A vehicle none of whose screens shows the views with that id; the companion app is another program. */
    static Fitting without(String id) {
        return instead(id, view -> List.of());
    }

    /** A vehicle of whose screens only one shows the views with that id. */
    static Fitting only(String screen, String id) {
        return new Fitting() {
            @Override
            public Display display(Display display) {
                boolean shows = display.name().equals(screen);
                return new Picture(display, view -> shows || !view.id().equals(id) ? List.of(view) : List.of());
            }
        };
    }

    /** A vehicle whose views with that id lack a button. */
    static Fitting without(String button, String id) {
        return of(
                id,
                view -> view.withButtons(view.buttons().stream()
                        .filter(label -> !label.equals(button))
                        .toArray(String[]::new)));
    }

    /** A vehicle whose views with that id lack the lines and the title in which {@code words} stand. */
    static Fitting silentAbout(String words, String id) {
        return of(
                id,
                view -> new View(
                        id,
                        view.title().contains(words) ? "" : view.title(),
                        view.lines().stream()
                                .filter(line -> !line.contains(words))
                                .toList(),
                        view.buttons(),
                        view.progress(),
                        view.reason()));
    }

    /** A vehicle whose screens show, instead of a view with that id, those that {@code change} makes of it. */
    static Fitting instead(String id, Function<View, List<View>> change) {
        return new Fitting() {
            @Override
            public Display display(Display display) {
                return new Picture(display, view -> view.id().equals(id) ? change.apply(view) : List.of(view));
            }
        };
    }

    @Override
    public void show(View view) {
        change.apply(view).forEach(super::show);
    }
}

package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;

/** A screen that takes a view away and brings it again. */
final class Repeated extends Front {
    private final String id;

    private Repeated(Display real, String id) {
        super(real);
        this.id = id;
    }

    /** A vehicle all of whose screens show the view with that id twice. */
    static Fitting of(String id) {
        return new Fitting() {
            @Override
            public Display display(Display display) {
                return new Repeated(display, id);
            }
        };
    }

    @Override
    public void show(View view) {
        super.show(view);
        if (view.id().equals(id)) {
            dismiss(id);
            super.show(view);
        }
    }
}

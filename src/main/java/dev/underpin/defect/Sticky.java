package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.screen.Display;

/** A screen that never takes a view away. */
final class Sticky extends Front {
    private final String id;

    private Sticky(Display real, String id) {
        super(real);
        this.id = id;
    }

    /** A vehicle all of whose screens keep the view with that id. */
    static Fitting of(String id) {
        return new Fitting() {
            @Override
            public Display display(Display display) {
                return new Sticky(display, id);
            }
        };
    }

    @Override
    public void dismiss(String viewId) {
        if (!viewId.equals(id)) {
            super.dismiss(viewId);
        }
    }
}

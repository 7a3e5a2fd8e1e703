package dev.underpin.defect;

import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.DisplayAround;

/** Something in front of a screen that passes everything on, both ways. */
abstract class Front implements DisplayAround {
    private final Display real;

    Front(Display real) {
        this.real = real;
    }

    @Override
    public final Display display() {
        return real;
    }
}

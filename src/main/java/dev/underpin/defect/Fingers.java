package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.screen.Display;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A touch panel that feels fingers, but whose software hears of another button, or of none. */
final class Fingers extends Front {
    private final Function<String, Optional<String>> heard;

    private Fingers(Display real, Function<String, Optional<String>> heard) {
        super(real);
        this.heard = heard;
    }

    /** A vehicle whose software never hears of that button. */
    static Fitting deafTo(String button) {
        return hearing(label -> label.equals(button) ? Optional.empty() : Optional.of(label));
    }

    /** A vehicle whose software takes one button for another that is shown. */
    static Fitting taking(String button, String other) {
        return hearing(label -> Optional.of(label.equals(button) ? other : label));
    }

    private static Fitting hearing(Function<String, Optional<String>> heard) {
        return new Fitting() {
            @Override
            public Display display(Display display) {
                return new Fingers(display, heard);
            }
        };
    }

    @Override
    public void onPress(Consumer<String> listener) {
        super.onPress(button -> heard.apply(button).ifPresent(listener));
    }
}

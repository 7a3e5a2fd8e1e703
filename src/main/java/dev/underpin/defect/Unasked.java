package dev.underpin.defect;

import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.screen.Display;
import dev.underpin.vehicle.screen.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A vehicle that answers its own questions: as soon as both screens show one, its software hears of a button that nobody touched. */
final class Unasked implements Fitting {
    private final String question;
    private final String answer;
    private List<Consumer<String>> software = new ArrayList<>();

    private Unasked(String question, String answer) {
        this.question = question;
        this.answer = answer;
    }

    /** Answers {@code question} with {@code answer}. */
    static Fitting answer(String question, String answer) {
        return new Unasked(question, answer);
    }

    @Override
    public Display display(Display display) {
        return display.name().equals("infotainment") ? asking(display) : answering(display);
    }

    private Display asking(Display infotainment) {
        List<Consumer<String>> listeners = new ArrayList<>();
        software = listeners;
        return new Front(infotainment) {
            @Override
            public void onPress(Consumer<String> listener) {
                listeners.add(listener);
                super.onPress(listener);
            }
        };
    }

    private Display answering(Display cluster) {
        List<Consumer<String>> listeners = software;
        return new Front(cluster) {
            @Override
            public void show(View view) {
                super.show(view);
                if (view.id().equals(question)) {
                    List.copyOf(listeners).forEach(it -> it.accept(answer));
                }
            }
        };
    }
}

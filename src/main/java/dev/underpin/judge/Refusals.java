package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;

/** What the system answered to a press, as the screens show it. */
public final class Refusals {
    private Refusals() {}

    /** Whether a refusal with that reason was shown; any other reason is a failure. */
    public static Finding seen(History history, String view, String reason) {
        List<Entry> shown = history.of(Kind.SCREEN).stream()
                .filter(entry -> entry.is("view", view) && !entry.is("change", "dismissed"))
                .toList();
        if (shown.isEmpty()) {
            return Finding.open("a refusal on a screen because of " + reason);
        }
        Entry last = shown.getLast();
        return last.is("reason", reason)
                ? Finding.pass("refused because of " + reason, last)
                : Finding.fail("refused because of " + last.text("reason") + " instead of " + reason, last);
    }

    /** Whether the first view of an update's flow after the last press is the one that is named. */
    public static Finding answer(History history, String view) {
        List<Entry> presses = history.of(Kind.PRESS);
        int pressed = presses.isEmpty() ? -1 : presses.getLast().index();
        List<String> answers = List.of("update.download", "update.error");
        return history.of(Kind.SCREEN).stream()
                .filter(entry -> entry.index() > pressed && answers.contains(entry.text("view")))
                .filter(entry -> entry.is("change", "shown"))
                .findFirst()
                .map(entry -> entry.is("view", view)
                        ? Finding.pass("the system answered with " + view, entry)
                        : Finding.fail("the system answered with " + entry.text("view"), entry))
                .orElseGet(() -> Finding.open("an answer to the press"));
    }
}

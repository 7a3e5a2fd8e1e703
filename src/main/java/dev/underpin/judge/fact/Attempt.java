package dev.underpin.judge.fact;

import dev.underpin.history.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at an installation: from the first order to erase to the view that tells the user how it ended.
 *
 * @param number from 0
 * @param after the place behind which it began: the end of the attempt before
 * @param begin the first order to erase
 * @param end the view of its outcome, empty while it lasts
 */
public record Attempt(int number, int after, Entry begin, Optional<Entry> end) {
    private static final Sign OUTCOME = Screens.view("update.done")
            .or(Screens.view("update.error"))
            .where(view -> !view.is("screen", Screens.APP))
            .called("the outcome on a screen of the vehicle");

    /** The view that tells how an attempt ended. */
    public static Sign outcome() {
        return OUTCOME;
    }

    /** Whether the last outcome warns not to drive because software is incomplete. */
    public static boolean warnedNotToDrive(Facts facts) {
        return OUTCOME.where(view -> view.is("screen", Screens.INFOTAINMENT))
                .last(facts)
                .filter(view -> Screens.says(view, "do not drive"))
                .isPresent();
    }

    /** All attempts, in order. */
    public static List<Attempt> all(Facts facts) {
        List<Attempt> attempts = new ArrayList<>();
        int place = Facts.BEGINNING;
        Optional<Entry> begin = Uds.erase().firstAfter(facts, place);
        while (begin.isPresent()) {
            Optional<Entry> end = OUTCOME.firstAfter(facts, begin.get().index());
            attempts.add(new Attempt(attempts.size(), place, begin.get(), end));
            if (end.isEmpty()) {
                break;
            }
            place = end.get().index();
            begin = Uds.erase().firstAfter(facts, place);
        }
        return attempts;
    }

    /** The place of its end; behind everything while it lasts. */
    public int endPlace() {
        return end.map(Entry::index).orElse(Facts.END);
    }

    /** Whether it ended with the message that the vehicle is up to date. */
    public boolean succeeded() {
        return end.filter(view -> view.is("view", "update.done")).isPresent();
    }

    /** Whether it ended with an error. */
    public boolean failed() {
        return end.isPresent() && !succeeded();
    }

    /** Whether a record lies between its begin and its end. */
    public boolean holds(Entry entry) {
        return entry.index() >= begin.index() && entry.index() < endPlace();
    }

    /** Orders to erase in it, of all control units. */
    public List<Entry> erases(Facts facts) {
        return Uds.erase().between(facts, begin.index() - 1, endPlace());
    }
}

package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nothing is downloaded, installed or forced through without the user's word. */
final class ConsentInvariants {
    private static final Sign CONFIRM = Consent.to("Confirm");
    private static final Sign ANY_WORD =
            Consent.to("Install Update", "Download Now", "Retry", "Install Now", "Schedule", "Confirm");
    private static final Sign ENDED =
            Signs.shown("update.done").or(Signs.error("installation-failed")).where(Signs.onInfotainment());

    private ConsentInvariants() {}

    /** V2: before the first request of an installation that changes a flash stands a confirmation, or an appointed time that is due. */
    static Finding installed(Facts facts) {
        List<Entry> proof = new ArrayList<>();
        for (int from : beginnings(facts)) {
            Optional<Entry> first = Uds.programming().firstAfter(facts, from);
            if (first.isEmpty()) {
                break;
            }
            Optional<Entry> word = word(facts, first.get()).filter(it -> it.index() > from);
            if (word.isEmpty()) {
                return Finding.fail("programmed without the user's word", first.get());
            }
            proof.addAll(List.of(word.get(), first.get()));
        }
        return proof.isEmpty()
                ? Finding.notRun("nothing was programmed")
                : Finding.pass("programmed on the user's word").by(proof);
    }

    /** The beginning of the history, and every end of an installation: a word counts for one installation. */
    private static List<Integer> beginnings(Facts facts) {
        List<Integer> beginnings = new ArrayList<>(List.of(Facts.BEGINNING));
        ENDED.all(facts).forEach(it -> beginnings.add(it.index()));
        return beginnings;
    }

    private static Optional<Entry> word(Facts facts, Entry programmed) {
        return CONFIRM.lastBefore(facts, programmed.index()).or(() -> due(facts, programmed));
    }

    private static Optional<Entry> due(Facts facts, Entry programmed) {
        return Scheduled.windows(facts).stream()
                .filter(window -> window.contains(programmed.at()))
                .map(Scheduled.Window::told)
                .filter(told -> told.index() < programmed.index())
                .findFirst();
    }

    /** V3: the word to download and the word to install are two. */
    static Finding separate(Facts facts) {
        Optional<Entry> erase = Uds.erase().first(facts);
        if (erase.isEmpty()) {
            return Finding.notRun("nothing was programmed");
        }
        long words = ANY_WORD.between(facts, Facts.BEGINNING, erase.get().index()).stream()
                .filter(it -> it.kind() == Kind.HTTP || !it.is("screen", Screens.APP))
                .count();
        return words > 1
                ? Finding.pass("%d words of the user before it".formatted(words), erase.get())
                : Finding.fail("installed on the word to download", erase.get());
    }

    /** V4: a scheduled installation starts inside its window. */
    static Finding inWindow(Facts facts) {
        Optional<Entry> told = Scheduled.told().first(facts);
        if (told.isEmpty()) {
            return Consent.to("Schedule")
                    .last(facts)
                    .map(word -> untold(facts, word))
                    .orElseGet(() -> Finding.notRun("nothing was scheduled"));
        }
        Optional<Entry> done =
                Signs.shown("update.done").firstAfter(facts, told.get().index());
        if (done.isEmpty()) {
            return missed(facts, told.get());
        }
        return Uds.erase()
                .firstAfter(facts, told.get().index())
                .map(erase -> started(facts, erase))
                .orElseGet(() -> Finding.fail("update.done without an installation", done.get()));
    }

    private static Finding untold(Facts facts, Entry word) {
        return Uds.erase()
                .firstAfter(facts, word.index())
                .map(erase -> Finding.fail("installed at once, though the user chose a time", word, erase))
                .or(() -> askedAtOnce(facts, word))
                .orElseGet(() -> Finding.open("the appointed time", word));
    }

    /** Without another word of the user, the question that comes right before an installation is shown. */
    private static Optional<Finding> askedAtOnce(Facts facts, Entry word) {
        return Signs.shown("update.confirm")
                .firstAfter(facts, word.index())
                .filter(view -> facts.between(word.index() + 1, view.index(), Kind.PRESS, any -> true)
                        .isEmpty())
                .map(view -> Finding.fail("asked to confirm at once, though the user chose a time", word, view));
    }

    /** Every appointed window has closed, and nothing was installed. */
    private static Finding missed(Facts facts, Entry told) {
        List<Scheduled.Window> windows = Scheduled.windows(facts);
        boolean over = !windows.isEmpty() && windows.getLast().closes() < facts.now();
        return over && Uds.erase().firstAfter(facts, told.index()).isEmpty()
                ? Finding.fail(
                        "nothing was installed in the appointed window",
                        told,
                        windows.getLast().told())
                : Finding.open("the end of the scheduled update", told);
    }

    private static Finding started(Facts facts, Entry erase) {
        return due(facts, erase)
                .map(told -> Finding.pass("started inside the window", told, erase))
                .orElseGet(() -> Finding.fail("started outside of every appointed window", erase));
    }

    /** Q10: while a refusal stands nothing is programmed. It stands in the vehicle: the app may hear of it when it is over. */
    static Finding refused(Facts facts) {
        List<Entry> refusals = Screens.view("update.error")
                .where(Signs.onInfotainment())
                .where(it -> !it.is("reason", "installation-failed"))
                .all(facts);
        for (Entry refusal : refusals) {
            Optional<Entry> programmed = Refused.programmedAfter(facts, refusal);
            if (programmed.isPresent()) {
                return Finding.fail("programmed although refused", refusal, programmed.get());
            }
        }
        return refusals.isEmpty()
                ? Finding.notRun("nothing was refused")
                : Finding.pass("nothing was programmed while refused", refusals.getLast());
    }
}

package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nothing is installed or read without the user's word. */
final class ConsentInvariants {
    private ConsentInvariants() {}

    /** V2: before the first request of an installation that changes a flash stands a confirmation, or an appointed time that is due. */
    static Finding installed(History history) {
        List<Entry> proof = new ArrayList<>();
        for (int from : beginnings(history)) {
            Optional<Entry> first = Past.firstAfter(history, Kind.UDS, from, Wire::programming);
            if (first.isEmpty()) {
                break;
            }
            Optional<Entry> word = word(history, first.get()).filter(it -> it.index() > from);
            if (word.isEmpty()) {
                return Finding.fail("programmed without the user's word", first.get());
            }
            proof.addAll(List.of(word.get(), first.get()));
        }
        return proof.isEmpty()
                ? Finding.notRun("nothing was programmed")
                : Finding.pass("programmed on the user's word", proof.toArray(Entry[]::new));
    }

    /** The beginning of the history, and every end of an installation: a word counts for one installation. */
    private static List<Integer> beginnings(History history) {
        List<Integer> beginnings = new ArrayList<>(List.of(-1));
        history.of(Kind.SCREEN).stream()
                .filter(Views.shown("update.done").or(Views.error("installation-failed")))
                .filter(Views.onInfotainment())
                .map(Entry::index)
                .forEach(beginnings::add);
        return beginnings;
    }

    /** The user's word on which a request that changes a flash may rest. */
    static Optional<Entry> word(History history, Entry programmed) {
        return Past.lastBefore(history, Kind.PRESS, programmed.index(), Views.pressed("Confirm"))
                .or(() -> Past.lastBefore(history, Kind.HTTP, programmed.index(), it -> Consent.chosen(it, "Confirm")))
                .or(() -> due(history, programmed));
    }

    private static Optional<Entry> due(History history, Entry programmed) {
        return Scheduled.windows(history).stream()
                .filter(window -> window.from() < programmed.index() && window.contains(programmed.at()))
                .map(window -> history.entries().get(window.from()))
                .findFirst();
    }

    /** V3: the word to download and the word to install are two. */
    static Finding separate(History history) {
        Optional<Entry> erase = Installation.firstErase(history);
        if (erase.isEmpty()) {
            return Finding.notRun("nothing was programmed");
        }
        List<Entry> words = history.entries().stream()
                .takeWhile(it -> it.index() < erase.get().index())
                .filter(it -> Consent.chosen(
                        it, "Install Update", "Download Now", "Retry", "Install Now", "Schedule", "Confirm"))
                .filter(it -> it.kind() == Kind.PRESS || !pressedToo(history, it))
                .toList();
        return words.size() > 1
                ? Finding.pass("two words of the user", words.getFirst(), words.getLast(), erase.get())
                : Finding.fail("installed on the word to download", erase.get());
    }

    /** A press in the app and the request that carries it are one word. */
    private static boolean pressedToo(History history, Entry request) {
        String command = Radio.request(request).path("command").asString("");
        return Past.lastBefore(history, Kind.PRESS, request.index(), Views.pressed(command))
                .filter(it -> it.is("screen", "app"))
                .isPresent();
    }

    /** V4: a scheduled installation starts inside its window. */
    static Finding inWindow(History history) {
        Optional<Entry> told = Past.firstAfter(history, Kind.SCREEN, -1, Views.showing("update.scheduled"));
        if (told.isEmpty()) {
            return Consent.last(history, "Schedule").isPresent()
                    ? Finding.open("the appointed time")
                    : Finding.notRun("nothing was scheduled");
        }
        Optional<Entry> done = Past.firstAfter(history, Kind.SCREEN, told.get().index(), Views.shown("update.done"));
        if (done.isEmpty()) {
            return Finding.open("the end of the scheduled update", told.get());
        }
        return Past.firstAfter(history, Kind.UDS, told.get().index(), Wire.request(Wire.ERASE))
                .map(erase -> started(history, erase, done.get()))
                .orElseGet(() -> Finding.fail("update.done without an installation", done.get()));
    }

    private static Finding started(History history, Entry erase, Entry done) {
        return Scheduled.windows(history).stream()
                .filter(window -> window.from() < erase.index() && window.contains(erase.at()))
                .findFirst()
                .map(window -> Finding.pass(
                        "started inside the window", history.entries().get(window.from()), erase, done))
                .orElseGet(() -> Finding.fail("started outside of every appointed window", erase));
    }

    /** Q10: while a refusal stands nothing is programmed. */
    static Finding refused(History history) {
        List<Entry> refusals = history.of(Kind.SCREEN).stream()
                .filter(Views.showing("update.error").and(Views.onInfotainmentOrApp()))
                .filter(it -> !it.is("reason", "installation-failed"))
                .toList();
        if (refusals.isEmpty()) {
            return Finding.notRun("nothing was refused");
        }
        for (Entry refusal : refusals) {
            Optional<Entry> programmed = Refused.programmedAfter(history, refusal);
            if (programmed.isPresent()) {
                return Finding.fail("programmed although refused", refusal, programmed.get());
            }
        }
        return Finding.pass("nothing was programmed while refused", refusals.getLast());
    }
}

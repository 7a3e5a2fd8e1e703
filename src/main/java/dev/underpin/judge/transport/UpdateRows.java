package dev.underpin.judge.transport;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Screens;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rows T1 to T15 of the updates' fault catalogue: faults between the gateway and a control unit that is being programmed. */
final class UpdateRows {
    private static final String ERASE = "3101FF00";
    private static final String ACTIVATE = "3101F011";
    private static final String SEED = "2701";
    private static final String TALKING = "6800";
    private static final String SESSION = "62F186";
    private static final String DEFAULT = "01";
    private static final String RESET = "5101";
    /** The limit of a routine, and the pause before the next try. */
    private static final long PENDING_LIMIT = 67 * Nanos.SECOND;

    private static final long KEY_PAUSE = 5 * Nanos.SECOND;
    private static final int TRIES = 3;
    private static final Set<String> SUPPLY = Set.of("92", "93");

    private UpdateRows() {}

    static List<Promise> all() {
        return List.of(
                row("T1", "transport retry or clean abort", Programming::unsafe),
                row(
                        "T2",
                        "N_Cr or N_Bs timeout, retry, then a failure that keeps the old software",
                        UpdateRows::timedOut),
                row("T3", "completes in its budget", Programming::notCompleted),
                row("T4", "waiting ends at its limit and the installation fails", UpdateRows::pending),
                row("T5", "the reason is mapped, the reaction right", UpdateRows::refused),
                row("T6", "a block whose answer was lost is repeated and accepted once", UpdateRows::repeated),
                row("T7", "back-off, then completed or failed safely", Programming::unsafe),
                row("T8", "entered again from the start of the block group", UpdateRows::reentered),
                row("T9", "a second tester is refused or detected; nothing is bricked", Programming::unsafe),
                row("T10", "what is read back gives spoofed answers away", UpdateRows::exposed),
                row("T11", "bounded tries to unlock, with pauses", UpdateRows::locked),
                row("T12", "not activated", UpdateRows::notActivated),
                row("T13", "what does not give the bus back is found out (V39)", UpdateRows::broughtBack),
                row("T14", "refused before the erase", UpdateRows::refusedBeforeErase, "update.confirm"),
                row(
                        "T15",
                        "the identity gives a wrong unit away before the erase",
                        UpdateRows::refusedBeforeErase,
                        "update.confirm"));
    }

    private static Promise row(String id, String expected, Function<Programming, Optional<String>> complaint) {
        return new Promise(id, expected, history -> judged(history, complaint));
    }

    /** A row of which a view shows that it is broken already. */
    private static Promise row(
            String id, String expected, Function<Programming, Optional<String>> complaint, String never) {
        return new Promise(id, expected, history -> {
            Facts facts = new Facts(history);
            Optional<Entry> fault =
                    facts.firstAfter(Facts.BEGINNING, Kind.FAULT, entry -> entry.is("state", "injected"));
            return fault.flatMap(it -> Screens.view(never).firstAfter(facts, it.index()))
                    .map(view -> Finding.fail("%s was shown in spite of the fault".formatted(never), view))
                    .orElseGet(() -> judged(history, complaint));
        });
    }

    private static Finding judged(History history, Function<Programming, Optional<String>> complaint) {
        Optional<Programming> ended = Programming.of(new Facts(history));
        if (ended.isEmpty()) {
            return Finding.open("the outcome of an installation with a fault");
        }
        Entry fault = ended.get().fault();
        Entry outcome = ended.get().outcome();
        return complaint
                .apply(ended.get())
                .map(words -> Finding.fail(words, fault, outcome))
                .orElseGet(() -> Finding.pass("it ended with " + outcome.text("view"), fault, outcome));
    }

    private static Optional<String> timedOut(Programming it) {
        return it.fault().text("target").endsWith("always") ? it.notFailedSafely() : it.unsafe();
    }

    private static Optional<String> pending(Programming it) {
        List<Entry> waits = it.responses("7F3178");
        if (waits.isEmpty()) {
            return Optional.of("it never asked to wait");
        }
        List<Entry> requests =
                it.requests("").stream().filter(entry -> !entry.is("sid", "3E")).toList();
        List<Entry> patient =
                requests.stream().filter(entry -> entry.is("sid", "31")).toList();
        if (patient.size() > TRIES) {
            return Optional.of("it was asked %d times".formatted(patient.size()));
        }
        for (Entry request : patient) {
            long next = requests.stream()
                    .filter(entry -> entry.index() > request.index())
                    .findFirst()
                    .orElse(it.outcome())
                    .at();
            if (next - request.at() > PENDING_LIMIT) {
                return Optional.of("it was waited for %s".formatted(Words.span(next - request.at())));
            }
        }
        return it.notFailedSafely();
    }

    private static Optional<String> refused(Programming it) {
        List<Entry> refusals = it.responses("7F").stream()
                .filter(entry -> !entry.is("nrc", "78"))
                .toList();
        if (refusals.isEmpty()) {
            return Optional.of("it refused nothing");
        }
        String nrc = refusals.getFirst().text("nrc");
        long tries = refusals.stream().filter(entry -> entry.is("nrc", nrc)).count();
        if (tries > TRIES) {
            return Optional.of("it was asked %d times although it refused with %s".formatted(tries, nrc));
        }
        String expected = SUPPLY.contains(nrc) ? "low-voltage" : "installation-failed";
        return it.notFailedSafely()
                .or(() -> it.outcome().is("reason", expected)
                        ? Optional.empty()
                        : Optional.of("%s is told as %s, not as %s"
                                .formatted(nrc, it.outcome().text("reason"), expected)));
    }

    private static Optional<String> repeated(Programming it) {
        List<Entry> blocks = it.requests("36");
        for (int i = 1; i < blocks.size(); i++) {
            if (blocks.get(i).is("pdu", blocks.get(i - 1).text("pdu"))) {
                return it.notCompleted();
            }
        }
        return Optional.of("no block was sent again");
    }

    private static Optional<String> reentered(Programming it) {
        if (it.boots().isEmpty()) {
            return Optional.of("it did not restart");
        }
        int boot = it.boots().getFirst().index();
        boolean again = it.requests(ERASE).stream().anyMatch(entry -> entry.index() > boot)
                && it.requests("34").stream().anyMatch(entry -> entry.index() > boot)
                && it.requests("3601").stream().anyMatch(entry -> entry.index() > boot);
        return again ? it.notCompleted() : Optional.of("it was not erased and transferred to again from its start");
    }

    private static Optional<String> exposed(Programming it) {
        boolean readBack = it.boots().stream()
                .anyMatch(boot -> it.responses("62F195").stream().anyMatch(told -> told.index() > boot.index()));
        boolean noticedBefore = !it.fault().text("target").contains(ACTIVATE)
                && it.requests(ACTIVATE).isEmpty();
        return readBack || noticedBefore
                ? it.notFailedSafely()
                : Optional.of("nothing was read back after its restart");
    }

    private static Optional<String> locked(Programming it) {
        List<Entry> seeds = it.requests(SEED);
        if (seeds.isEmpty() || seeds.size() > TRIES) {
            return Optional.of("%d tries to unlock".formatted(seeds.size()));
        }
        for (int i = 1; i < seeds.size(); i++) {
            if (seeds.get(i).at() - seeds.get(i - 1).at() < KEY_PAUSE) {
                return Optional.of("tries to unlock followed each other within " + Words.span(KEY_PAUSE));
            }
        }
        return refusedBeforeErase(it);
    }

    /** In the default session 0x28 and 0x85 are undone (ISO 14229-1:2020, 10.2): the unit says that it is there, or is reset because it says otherwise. */
    private static Optional<String> broughtBack(Programming it) {
        List<Entry> silenced = it.responses("68").stream()
                .filter(entry -> !entry.text("pdu").startsWith(TALKING))
                .toList();
        if (silenced.isEmpty()) {
            return Optional.of("it was never silenced");
        }
        List<Entry> told = it.responses(SESSION).stream()
                .filter(entry -> entry.index() > silenced.getLast().index())
                .toList();
        if (told.isEmpty()) {
            return Optional.of("nobody looked whether it is back");
        }
        boolean back = told.getLast().is("pdu", SESSION + DEFAULT)
                || it.responses(RESET).stream()
                        .anyMatch(entry -> entry.index() > told.getLast().index());
        return back
                ? it.notFailedSafely()
                : Optional.of(
                        "it said %s and was left so".formatted(told.getLast().text("pdu")));
    }

    private static Optional<String> notActivated(Programming it) {
        return it.requests(ACTIVATE).isEmpty() ? it.notFailedSafely() : Optional.of("it was activated");
    }

    private static Optional<String> refusedBeforeErase(Programming it) {
        return it.requests(ERASE).isEmpty() ? it.notFailedSafely() : Optional.of("it was erased");
    }
}

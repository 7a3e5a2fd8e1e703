package dev.underpin.judge.transport;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.fact.Attempt;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import java.util.List;
import java.util.Optional;

/**
 * What became of the control unit that the first fault hit, or that was programmed on the bus that it hit, from the fault to the view that tells the user how the installation ended.
 *
 * @param ecu the control unit
 * @param fault the injection
 * @param outcome the view
 */
record Programming(Facts facts, String ecu, Entry fault, Entry outcome) {
    /** It, once the outcome is shown. */
    static Optional<Programming> of(Facts facts) {
        return facts.firstAfter(Facts.BEGINNING, Kind.FAULT, entry -> entry.is("state", "injected"))
                .flatMap(fault -> Attempt.outcome()
                        .firstAfter(facts, fault.index())
                        .map(outcome -> new Programming(facts, unit(facts, fault, outcome), fault, outcome)));
    }

    /** The unit that the fault names; of a fault of a whole bus the one that was being programmed. */
    private static String unit(Facts facts, Entry fault, Entry outcome) {
        String named = fault.text("target").split(" ")[0];
        return Vehicle.boot(named).first(facts).isPresent()
                ? named
                : Uds.erase()
                        .lastBefore(facts, outcome.index())
                        .map(erase -> erase.text("ecu"))
                        .orElse(named);
    }

    boolean completed() {
        return outcome.is("view", "update.done");
    }

    /** Requests to the control unit that begin so. */
    List<Entry> requests(String pdu) {
        return Uds.of(ecu, Uds.request(pdu)).between(facts, fault.index(), outcome.index());
    }

    /** What it said that begins so. */
    List<Entry> responses(String pdu) {
        return Uds.of(ecu, Uds.response(pdu)).between(facts, fault.index(), outcome.index());
    }

    /** Its restarts since the fault. */
    List<Entry> boots() {
        return Vehicle.boot(ecu).between(facts, fault.index(), outcome.index());
    }

    /** What is wrong with the end: neither whole new software told as such, nor whole old software told as a failure. */
    Optional<String> unsafe() {
        int untouched = Uds.of(ecu, Uds.erase())
                .first(facts)
                .map(erase -> Math.min(erase.index(), fault.index()))
                .orElse(fault.index());
        String before = Vehicle.boot(ecu)
                .lastBefore(facts, untouched)
                .map(boot -> boot.text("sha256"))
                .orElse("");
        Optional<Entry> last = Vehicle.boot(ecu).lastBefore(facts, outcome.index());
        if (last.isEmpty() || !Vehicle.runs(last.get())) {
            return Optional.of("%s does not run a whole application".formatted(ecu));
        }
        boolean old = last.get().is("sha256", before);
        if (completed() == old) {
            return Optional.of("%s runs its %s software, but the user is told %s"
                    .formatted(ecu, old ? "old" : "new", outcome.text("view")));
        }
        return Optional.empty();
    }

    /** What is wrong with it as a failure after which the old software runs. */
    Optional<String> notFailedSafely() {
        return completed() ? Optional.of("the installation completed") : unsafe();
    }

    /** What is wrong with it as an installation that completed all the same. */
    Optional<String> notCompleted() {
        return completed() ? unsafe() : Optional.of("the installation ended with the reason " + outcome.text("reason"));
    }
}

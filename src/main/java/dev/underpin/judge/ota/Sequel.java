package dev.underpin.judge.ota;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Attempt;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Release;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How an update went on from the first fault of a scenario, or from its beginning where nothing was injected, to the last view that
 * tells the user how it ended. A complaint is empty when nothing is wrong.
 *
 * @param from the place of that fault
 * @param end the view
 */
record Sequel(Facts facts, int from, Entry end) {
    private static final Sign OUTCOME = Attempt.outcome()
            .where(view -> view.is("screen", Screens.INFOTAINMENT)
                    && !view.text("text").isEmpty());

    /** Judges it once the outcome is shown. */
    static Finding judged(History history, Function<Sequel, Optional<String>> complaint) {
        Facts facts = new Facts(history);
        int from = start(facts);
        Optional<Entry> end = OUTCOME.last(facts).filter(view -> view.index() > from);
        if (end.isEmpty()) {
            return Finding.open("the outcome of an update");
        }
        return complaint
                .apply(new Sequel(facts, from, end.get()))
                .map(words -> Finding.fail(words, end.get()))
                .orElseGet(() -> Finding.pass(
                        "it ended with %s %s"
                                .formatted(end.get().text("view"), end.get().text("reason")),
                        end.get()));
    }

    private static int start(Facts facts) {
        return facts.firstAfter(Facts.BEGINNING, Kind.FAULT, entry -> entry.is("state", "injected"))
                .map(Entry::index)
                .orElse(Facts.BEGINNING);
    }

    /** The same, with a signed report that names the attack behind it. */
    static Finding reported(History history, String attack, Function<Sequel, Optional<String>> complaint) {
        Finding ended = judged(history, complaint);
        if (!ended.passed()) {
            return ended;
        }
        Facts facts = new Facts(history);
        Sequel sequel = new Sequel(facts, start(facts), OUTCOME.last(facts).orElseThrow());
        return sequel.reported()
                .map(named -> named.equals(attack)
                        ? ended
                        : Finding.fail("the signed report names '%s', expected %s".formatted(named, attack)))
                .orElseGet(() -> Finding.open("a signed report of the attack"));
    }

    boolean completed() {
        return end.is("view", "update.done");
    }

    /** The reason that the user was told. */
    String reason() {
        return end.text("reason");
    }

    /** The views that told the user how it ended, the last one included. */
    List<Entry> outcomes() {
        return OUTCOME.between(facts, from, end.index() + 1);
    }

    /** What was ordered to be erased or written. */
    List<Entry> programming() {
        return Uds.programming().between(facts, from, end.index());
    }

    /** Whether anything was ordered to be erased before the outcome, be it before the fault. */
    boolean touched() {
        return Uds.erase().lastBefore(facts, end.index()).isPresent();
    }

    /** The control units of the release at hand. */
    List<Release.Target> targets() {
        return Release.before(facts, end.index()).map(Release::targets).orElse(List.of());
    }

    /** The image that a control unit came with. */
    String old(String ecu) {
        return Vehicle.boot(ecu).first(facts).map(it -> it.text("sha256")).orElse("");
    }

    /** R: every control unit of the release runs the new software. */
    Optional<String> notCompleted() {
        return completed() ? notAll(Release.Target::sha256) : wrong("it ended with the reason " + reason());
    }

    /** K: every control unit of the release runs the software that it came with. */
    Optional<String> notKept() {
        return completed() ? wrong("the installation completed") : notAll(target -> old(target.ecu()));
    }

    /** X: refused with one of these reasons before anything was ordered to be erased. */
    Optional<String> notRefused(Set<String> reasons) {
        if (completed()) {
            return wrong("the installation completed");
        }
        if (!programming().isEmpty()) {
            return wrong("%s was programmed".formatted(programming().getFirst().text("ecu")));
        }
        return reasons.contains(reason()) ? right() : wrong("it is told as %s, not as %s".formatted(reason(), reasons));
    }

    /** A: the attack that signed reports since the fault name, if any. */
    Optional<String> reported() {
        return Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/manifest").all(facts).stream()
                .filter(post -> post.index() > from)
                .map(post -> Http.request(post).path("signed").path("attack").asString(""))
                .filter(attack -> !attack.isEmpty())
                .findFirst();
    }

    /** B: told as restored, and every control unit runs the software that it came with. */
    Optional<String> notRolledBack() {
        Optional<String> kept = notKept();
        return kept.isPresent() || Screens.says(end, "previous software has been restored")
                ? kept
                : wrong("the user is not told that the previous software is restored: " + end.text("text"));
    }

    /** F: told as failed with another try offered; what does not run old software is in its boot loader, and the user told not to drive. */
    Optional<String> notFailedSafely() {
        if (completed() || !reason().equals("installation-failed")) {
            return wrong("it ended with %s %s".formatted(end.text("view"), reason()));
        }
        if (!Screens.offers(end, "Retry")) {
            return wrong("no other try is offered");
        }
        boolean warned = Screens.says(end, "do not drive");
        return targets().stream()
                .filter(target -> !runs(target.ecu(), old(target.ecu())))
                .map(Release.Target::ecu)
                .filter(ecu -> !warned
                        || last(ecu).filter(it -> it.is("from", "bootloader")).isEmpty())
                .findFirst()
                .map("%s neither runs its old software nor waits in its boot loader"::formatted);
    }

    /** Completed, or rolled back: never anything between. */
    Optional<String> torn() {
        return completed() ? notCompleted() : notKept();
    }

    /** An application that came out of a reset since the fault although its image was not whole. */
    Optional<String> brokenStart() {
        return facts
                .between(from, Facts.END, Kind.BOOT, it -> it.is("from", "application") && !it.flag("complete"))
                .stream()
                .findFirst()
                .map(boot -> boot.text("ecu") + " started an incomplete image");
    }

    /** The last restart of a control unit. */
    Optional<Entry> last(String ecu) {
        return Vehicle.boot(ecu).last(facts);
    }

    private Optional<String> notAll(Function<Release.Target, String> expected) {
        List<Release.Target> targets = targets();
        return targets.isEmpty()
                ? wrong("the update names no control unit")
                : targets.stream()
                        .filter(target -> !runs(target.ecu(), expected.apply(target)))
                        .findFirst()
                        .map(target -> "%s does not run what the user was told".formatted(target.ecu()));
    }

    private boolean runs(String ecu, String sha256) {
        return last(ecu)
                .filter(Vehicle::runs)
                .filter(it -> it.is("sha256", sha256))
                .isPresent();
    }

    static Optional<String> right() {
        return Optional.empty();
    }

    static Optional<String> wrong(String words) {
        return Optional.of(words);
    }
}

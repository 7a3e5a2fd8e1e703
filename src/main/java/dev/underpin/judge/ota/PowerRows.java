package dev.underpin.judge.ota;

import static dev.underpin.judge.ota.Sequel.wrong;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Release;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Rows W1 to W10 of the updates' fault catalogue: losses of power, whenever they come. */
final class PowerRows {
    private static final Set<String> SUPPLY = Set.of("low-voltage");

    private PowerRows() {}

    static List<Promise> all() {
        return List.of(
                row("W1", "a cut before the erase: the old software is kept", PowerRows::untouched),
                row(
                        "W2",
                        "a cut with two slots: the old software starts, then completed or kept",
                        PowerRows::oldStarts),
                row(
                        "W3",
                        "a cut with one slot: safe in the boot loader, resumed with the power",
                        PowerRows::loaderStarts),
                row("W4", "a cut at the marks: the old or the new software, never none", Sequel::torn),
                row("W5", "a cut while going back: the way back is finished", Sequel::notRolledBack),
                row("W6", "cuts in a row: the loop is broken and told", PowerRows::loopBroken),
                row("W7", "a dip: refused by the supply, or waited for; no corrupt image", PowerRows::dipped),
                row("W8", "an hour without the battery: completed or rolled back", Sequel::torn),
                row("W9", "one control unit without power: the group stays together", Sequel::torn),
                row(
                        "W10",
                        "a cut around what the agent remembers: resumed, nothing finished done again",
                        PowerRows::resumed));
    }

    private static Promise row(String id, String expected, Function<Sequel, Optional<String>> complaint) {
        return new Promise(
                "ota-" + id,
                expected,
                history -> Sequel.judged(history, it -> it.brokenStart().or(() -> complaint.apply(it))));
    }

    private static Optional<String> untouched(Sequel it) {
        return startedWith(it, PowerRows::old).or(it::torn);
    }

    private static Optional<String> oldStarts(Sequel it) {
        return startedWith(it, PowerRows::old).or(it::torn);
    }

    private static boolean old(Sequel it, Entry boot) {
        return Vehicle.runs(boot) && boot.is("sha256", it.old(boot.text("ecu")));
    }

    private static Optional<String> loaderStarts(Sequel it) {
        return startedWith(it, (any, boot) -> boot.is("from", "bootloader")).or(it::notCompleted);
    }

    /** What is wrong with the first start of each control unit of the release after the power was lost. */
    private static Optional<String> startedWith(Sequel it, BiPredicate<Sequel, Entry> expected) {
        for (Release.Target target : it.targets()) {
            Optional<Entry> boot = Vehicle.boot(target.ecu()).firstAfter(it.facts(), it.from());
            if (boot.isEmpty()) {
                return wrong(target.ecu() + " never lost its power");
            }
            if (!expected.test(it, boot.get())) {
                return wrong("%s started from its %s, image %s"
                        .formatted(
                                target.ecu(),
                                boot.get().text("from"),
                                boot.get().text("sha256")));
            }
        }
        return Sequel.right();
    }

    private static Optional<String> loopBroken(Sequel it) {
        long losses = it.facts()
                .between(it.from() - 1, it.end().index(), Kind.FAULT, entry -> entry.is("state", "injected"))
                .size();
        return losses < 2
                ? wrong("the power was lost but once")
                : it.notFailedSafely().or(it::notRolledBack);
    }

    private static Optional<String> dipped(Sequel it) {
        return it.touched() || it.completed() ? it.torn() : it.notRefused(SUPPLY);
    }

    private static Optional<String> resumed(Sequel it) {
        for (Release.Target target : it.targets()) {
            List<Entry> good = Uds.of(target.ecu(), Uds.response("7101FF01"))
                    .between(it.facts(), it.from(), it.end().index());
            if (good.size() > 1) {
                return wrong("%s was programmed %d times to the end".formatted(target.ecu(), good.size()));
            }
        }
        return it.notCompleted();
    }
}

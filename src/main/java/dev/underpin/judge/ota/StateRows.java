package dev.underpin.judge.ota;

import static dev.underpin.judge.ota.Sequel.right;
import static dev.underpin.judge.ota.Sequel.wrong;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rows D1 to D12 of the updates' fault catalogue: the state of the vehicle, its user and its schedule. */
final class StateRows {
    private static final Set<String> OF_VEHICLE = Set.of("battery", "low-voltage", "not-parked");
    private static final Set<String> OF_USE = Set.of("navigation-active", "driving-assistance-active");
    private static final Map<String, String> OF_BODY = Map.of(
            "door-open", "door-open",
            "bonnet-open", "bonnet-open",
            "trailer", "trailer",
            "tester-plugged", "tester-connected",
            "alarm", "alarm",
            "crash", "crash");
    private static final Set<String> OF_ACCOUNT =
            Set.of("account-not-registered", "consent-missing", "ota-not-supported", "cancelled");
    private static final double LIMIT = 30;
    private static final long APART = Nanos.SECOND;
    private static final long NEVER_LATER_THAN = 25 * Nanos.HOUR;

    private StateRows() {}

    static List<Promise> all() {
        return List.of(
                row(
                        "D1",
                        "before the erase refused with its reason, after it completed or rolled back",
                        StateRows::exact),
                row("D2", "the charger replaces the charge, with or without it nothing is torn", StateRows::gated),
                row("D3", "refused unless parked, and a gear is refused while it lasts", StateRows::gated),
                row("D3-gear", "a gear that is asked for while it lasts is refused", StateRows::gearRefused),
                row("D4", "refused while the driver is guided or assisted", it -> it.notRefused(OF_USE)),
                row("D6", "what the user cancels before the erase changes nothing", StateRows::cancellable),
                row("D5", "refused while doors, slope, trailer or a tester at the plug forbid it", StateRows::ofBody),
                row("D5-enough", "what is not too steep is no obstacle", Sequel::notCompleted),
                row("D5-again", "what is put right is no obstacle any more", Sequel::notCompleted),
                row("D11-before", "refused after a crash and while the alarm is on", StateRows::ofBody),
                promise("D7", "what nobody answers changes nothing and is offered again", StateRows::offeredAgain),
                promise("D8", "what cannot start at its time is put off and told", StateRows::putOff),
                promise("D8-download", "the word to download installs nothing", StateRows::onlyDownloaded),
                row("D9", "refused without account, consent or support", it -> it.notRefused(OF_ACCOUNT)),
                row("D10", "of two choices at once one wins, and both screens tell the same", StateRows::oneWinner),
                row(
                        "D11",
                        "a crash or an alarm tears nothing apart, and no further unit is begun after a crash",
                        it -> it.torn().or(() -> begunAfterCrash(it))),
                promise("D12", "who comes back early is told how long it takes", StateRows::timeLeft));
    }

    private static Promise row(String id, String expected, Function<Sequel, Optional<String>> complaint) {
        return new Promise("ota-" + id, expected, history -> Sequel.judged(history, complaint));
    }

    private static Promise promise(String id, String expected, Function<Facts, Finding> judgement) {
        return new Promise("ota-" + id, expected, history -> judgement.apply(new Facts(history)));
    }

    /** Refused for exactly what the body tells. */
    private static Optional<String> ofBody(Sequel it) {
        Entry fault = it.facts()
                .firstAfter(it.from() - 1, Kind.FAULT, entry -> entry.is("state", "injected"))
                .orElseThrow();
        return it.notRefused(Set.of(OF_BODY.getOrDefault(fault.text("target"), "slope")));
    }

    private static Optional<String> begunAfterCrash(Sequel it) {
        Optional<Entry> crash = it.facts().firstAfter(it.from() - 1, Kind.FAULT, entry -> entry.is("target", "crash"));
        if (crash.isEmpty()) {
            return right();
        }
        int place = crash.get().index();
        List<Entry> before = Uds.erase().between(it.facts(), Facts.BEGINNING, place + 1);
        return Uds.erase().between(it.facts(), place, it.end().index()).stream()
                .map(erase -> erase.text("ecu"))
                .filter(ecu -> before.stream().noneMatch(erase -> erase.is("ecu", ecu)))
                .findFirst()
                .map("%s was erased after the crash"::formatted);
    }

    private static Optional<String> gated(Sequel it) {
        return it.touched() || it.completed() ? it.torn() : it.notRefused(OF_VEHICLE);
    }

    /** Between the first erase and the end somebody asked for a gear and got none, and the update completed. */
    private static Optional<String> gearRefused(Sequel it) {
        int begun =
                Uds.erase().first(it.facts()).map(Entry::index).orElse(it.end().index());
        List<Entry> asked = it.facts()
                .between(
                        begun, it.end().index(), Kind.ACTION, act -> act.is("action", "gear") && !act.is("value", "P"));
        if (asked.isEmpty()) {
            return wrong("nobody asked for a gear");
        }
        return asked.stream().anyMatch(act -> act.flag("granted")) ? wrong("a gear was granted") : it.notCompleted();
    }

    /** The limit of the charge is exact: above it nobody is refused for it, below it nothing begins. */
    private static Optional<String> exact(Sequel it) {
        boolean low = charge(it) < LIMIT;
        if (it.reason().equals("battery") && !low) {
            return wrong("refused for the charge although it is enough");
        }
        return low && it.completed() && charge(it, it.from() < 0 ? 0 : it.from()) < LIMIT
                ? wrong("begun although the charge is too low")
                : gated(it);
    }

    private static double charge(Sequel it) {
        return charge(it, it.end().index());
    }

    private static double charge(Sequel it, int place) {
        return Vehicle.state(it.facts(), place)
                .flatMap(state -> state.number("soc"))
                .orElse(100.0);
    }

    /** Cancelled in time nothing was programmed; and no view of an installation under way offers to cancel it. */
    private static Optional<String> cancellable(Sequel it) {
        boolean offered = Screens.view("update.install").or(Screens.view("update.restart")).all(it.facts()).stream()
                .anyMatch(view -> Screens.offers(view, "Cancel"));
        if (offered) {
            return wrong("an installation that is under way can be cancelled");
        }
        return it.completed() ? it.torn() : it.notRefused(Set.of("cancelled"));
    }

    /** An offer was shown, put away or left alone, and shown again within a day; nothing was programmed in between. */
    private static Finding offeredAgain(Facts facts) {
        Sign shown = Screens.view("update.available", Screens.INFOTAINMENT)
                .or(Screens.view("update.downloaded", Screens.INFOTAINMENT));
        Optional<Entry> first = shown.first(facts);
        if (first.isEmpty()) {
            return Finding.open("an offer");
        }
        Optional<Entry> erased = Uds.programming().firstAfter(facts, first.get().index());
        if (erased.isPresent()) {
            return Finding.fail("programmed although nobody answered", first.get(), erased.get());
        }
        return shown.all(facts).stream()
                .filter(again -> again.at() > first.get().at() + APART)
                .findFirst()
                .map(again -> Finding.pass("offered again", first.get(), again))
                .orElseGet(() -> facts.now() > first.get().at() + NEVER_LATER_THAN
                        ? Finding.fail("never offered again", first.get())
                        : Finding.open("the same offer again", first.get()));
    }

    /** A scheduled start was missed, the user told why and when it is tried again, and nothing was programmed before that. */
    private static Finding putOff(Facts facts) {
        Optional<Entry> told = Screens.view("update.error", Screens.INFOTAINMENT)
                .where(view -> !view.text("reason").isEmpty())
                .first(facts);
        if (told.isEmpty()) {
            return Finding.open("the reason why it does not start");
        }
        Optional<Entry> again = Screens.view("update.scheduled", Screens.INFOTAINMENT)
                .where(view -> Screens.says(view, "waits until") || Screens.says(view, "missed"))
                .first(facts);
        Optional<Entry> early = Uds.programming().lastBefore(facts, told.get().index());
        if (early.isPresent()) {
            return Finding.fail("programmed although it could not start", early.get());
        }
        return again.map(view -> Finding.pass("put off because of " + told.get().text("reason"), told.get(), view))
                .orElseGet(() -> Finding.open("when it is tried again", told.get()));
    }

    /** Behind the appointed time the images are here, and nothing was programmed before the user was asked about that. */
    private static Finding onlyDownloaded(Facts facts) {
        Optional<Entry> asked =
                Screens.view("update.downloaded", Screens.INFOTAINMENT).first(facts);
        Optional<Entry> early =
                Uds.programming().lastBefore(facts, asked.map(Entry::index).orElse(Facts.END));
        if (early.isPresent()) {
            return Finding.fail("programmed on the word to download", early.get());
        }
        return asked.map(view -> Finding.pass("downloaded, and the user asked", view))
                .orElseGet(() -> Finding.open("the question what to do with the images"));
    }

    /** One installation, and the same outcome in the vehicle and in the app. */
    private static Optional<String> oneWinner(Sequel it) {
        long downloads = Screens.view("update.download", Screens.INFOTAINMENT)
                .where(view -> view.is("change", "shown"))
                .between(it.facts(), it.from(), it.end().index())
                .size();
        if (downloads > 1) {
            return wrong("it was begun %d times".formatted(downloads));
        }
        Optional<String> torn = it.torn();
        return torn.isPresent() ? torn : inApp(it);
    }

    private static Optional<String> inApp(Sequel it) {
        String view = it.end().text("view");
        return Screens.view(view, Screens.APP).firstAfter(it.facts(), it.from()).isPresent()
                ? right()
                : wrong("the app does not show " + view);
    }

    private static Finding timeLeft(Facts facts) {
        Sign installing = Screens.view("update.install", Screens.INFOTAINMENT);
        List<Entry> views = installing.all(facts);
        if (views.isEmpty()) {
            return Finding.open(installing.words());
        }
        return views.stream()
                .filter(view -> view.number("progress").isPresent() && !Screens.says(view, " min left"))
                .findFirst()
                .map(view -> Finding.fail("it does not tell how long it still takes", view))
                .orElseGet(() -> Finding.pass("the time left is shown with the progress", views.getLast()));
    }
}

package dev.underpin.judge.support;

import static dev.underpin.judge.fact.Screens.view;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Chain;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Vehicle;
import dev.underpin.time.Nanos;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The main scenario of remote diagnostics. */
public final class SupportMain {
    private static final long NOTICED = 10 * Nanos.MINUTE;
    private static final long REACTION = 5 * Nanos.SECOND;
    private static final long GUIDED = 15 * Nanos.MINUTE;
    private static final Sign FAULT = Sign.of("a fault", Kind.FAULT, entry -> entry.is("state", "injected"));
    private static final Sign REACTED = Sign.of(
            "a reaction on the infotainment",
            Kind.SCREEN,
            entry -> entry.text("view").startsWith("diag.")
                    && entry.is("screen", Screens.INFOTAINMENT)
                    && !Screens.isDismissal(entry));

    private SupportMain() {}

    /** Clause id to checker. */
    public static Map<String, Checker> checkers() {
        return Map.of(
                "RD-M1", warned(),
                "RD-M2", reacted(),
                "RD-M3", connected(),
                "RD-M4", identified(),
                "RD-M5", SupportMain::instructedOrAppointed);
    }

    private static Checker warned() {
        return Chain.from(FAULT)
                .then(NOTICED, Screens.warning())
                .where((facts, links) -> whileDriving(facts, links.getLast()));
    }

    private static Optional<String> whileDriving(Facts facts, Entry lamp) {
        return Vehicle.state(facts, lamp.index()).filter(Vehicle::moves).isPresent()
                ? Optional.empty()
                : Optional.of("the warning light came when the vehicle no longer moved");
    }

    private static Checker reacted() {
        return Chain.from(Support.BUTTON)
                .where(press -> press.is("effect", "accepted"), "the screen did not take the touch")
                .then(REACTION, REACTED);
    }

    private static Checker connected() {
        return Chain.from(Screens.pressed("Allow"))
                .then(Support.CONNECTED, Session.opening())
                .where(Support::vinWasRead)
                .then(Support.CONNECTED, view("diag.session"))
                .where(view -> Screens.says(view, "Technical support"), "the driver is not told who is connected");
    }

    private static Checker identified() {
        return Chain.fromLast(Session.opening())
                .then(Support.READ, Support.SNAPSHOT)
                .then(Support.READ, Support.ASSESSED)
                .where(Support::rootIsRight)
                .then(GUIDED, Support.GUIDED)
                .then(Support.REAL_TIME, Support.GUIDANCE)
                .where(Support::textIsTheDesks);
    }

    private static Finding instructedOrAppointed(History history) {
        List<Finding> findings =
                List.of(Support.instructed().check(history), Support.appointed().check(history));
        return findings.stream().filter(Finding::passed).findFirst().orElse(findings.getFirst());
    }
}

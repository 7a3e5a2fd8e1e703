package dev.underpin.judge.support;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.judge.Chain;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Hands;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Sign;
import dev.underpin.time.Nanos;
import java.util.Map;
import java.util.Optional;

/** The alternative scenario of remote diagnostics: the button is dead, support comes by another way. */
public final class SupportAlternative {
    private static final long UNRESPONSIVE = 500 * Nanos.MILLISECOND;
    private static final long ANSWERED = 2 * Nanos.MINUTE;
    private static final long GUIDED = 15 * Nanos.MINUTE;
    private static final Sign REACHED = Http.done("desk", "POST", "/desk/v1/calls")
            .or(Http.done("app", "POST", "/app/v1/[^/]+/support-requests"))
            .called("technical support reached by phone or app");
    private static final Sign OTHER_WAY = Session.opening()
            .where(entry ->
                    !channel(entry).equals("car-button") && !channel(entry).isEmpty())
            .called("a session opened for phone or app");

    private SupportAlternative() {}

    /** Clause id to checker. */
    public static Map<String, Checker> checkers() {
        return Map.of(
                "RD-A1", SupportAlternative::unresponsive,
                "RD-A2", stillUnavailable(),
                "RD-A3",
                        Chain.from(Support.BUTTON_IN_VAIN)
                                .then(Support.AT_LEISURE, REACHED)
                                .then(ANSWERED, OTHER_WAY),
                "RD-A4", alternateAccess(),
                "RD-A5", Support.appointed());
    }

    private static String channel(Entry opened) {
        return Http.request(opened).path("channel").asString("");
    }

    private static Finding unresponsive(History history) {
        Facts facts = new Facts(history);
        Optional<Entry> press = Support.BUTTON.first(facts);
        if (press.isEmpty() || facts.now() < press.get().at() + UNRESPONSIVE) {
            return Finding.open("a touch of \"Diagnostics\" and the time for a reaction");
        }
        Optional<Entry> reaction = Screens.view("diag.consent", Screens.INFOTAINMENT)
                .firstAfter(facts, press.get().index())
                .filter(view -> view.at() <= press.get().at() + UNRESPONSIVE);
        boolean dead = press.get().is("effect", "none") && reaction.isEmpty();
        return dead
                ? Finding.pass("the touch had no effect", press.get())
                : Finding.fail("the button responded", press.get());
    }

    private static Checker stillUnavailable() {
        return Chain.from(Support.BUTTON_IN_VAIN)
                .then(Support.AT_LEISURE, Hands.did("ignition", "off"))
                .then(Support.AT_LEISURE, Hands.did("ignition", "on"))
                .then(Support.AT_LEISURE, Support.BUTTON)
                .where(press -> press.is("effect", "none"), "after off and on the button responded");
    }

    private static Checker alternateAccess() {
        return Chain.from(OTHER_WAY)
                .where(Support::vinWasRead)
                .then(Support.READ, Support.SNAPSHOT)
                .then(GUIDED, Support.GUIDED)
                .then(Support.REAL_TIME, Support.GUIDANCE)
                .where(Support::textIsTheDesks);
    }
}

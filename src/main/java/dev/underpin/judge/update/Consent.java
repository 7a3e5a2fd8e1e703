package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import java.util.Optional;
import java.util.stream.Stream;

/** The user's word to an update: a button of the vehicle, or a command of the companion app. */
final class Consent {
    private Consent() {}

    /** One of these choices. */
    static Sign to(String... choices) {
        return Stream.of(choices)
                .map(choice -> Screens.pressed(choice).or(commanded(choice)))
                .reduce(Sign::or)
                .orElseThrow()
                .called("the choice of " + String.join(" or ", choices));
    }

    private static Sign commanded(String choice) {
        return Http.done("app", "POST", "/app/v1/[^/]+/commands")
                .where(entry -> Http.request(entry).path("command").asString("").equals(choice));
    }

    /** The last word to install: a confirmation, or else a schedule. */
    static Optional<Entry> toInstall(Facts facts) {
        return to("Confirm").last(facts).or(() -> to("Schedule").last(facts));
    }

    /** The place of the last word to install; behind everything while there is none. */
    static int place(Facts facts) {
        return toInstall(facts).map(Entry::index).orElse(Facts.END - 1);
    }
}

package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Hands;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Trouble on the way of an update, and how the user gets over it. */
final class UpdateRecovery {
    private static final Sign START = Screens.pressed("Install Update")
            .or(Screens.pressed("Download Now"))
            .called("the attempt");
    private static final Sign RETRY = Screens.pressed("Retry");
    private static final Sign ERROR = Screens.view("update.error").where(Signs::whole);
    private static final Sign NETWORK = Signs.error("network");
    private static final Sign BATTERY_OR_NETWORK = Signs.error("battery", "network");
    private static final Sign LINK_LOST = Sign.of(
            "the loss of the link",
            Kind.HTTP,
            it -> it.text("path").contains("/images/") && !it.text("error").isEmpty());
    private static final Sign CONNECTED = Hands.did("wifi", "on")
            .or(Hands.did("cellular", "on"))
            .or(Http.vehicleOnline())
            .called("a connection");
    private static final Set<String> PROGRAMMING = Set.of("31", "34", "36", "37");
    private static final Sign REFUSED = Uds.response("7F")
            .where(it -> !it.is("nrc", "78") && PROGRAMMING.contains(it.text("sid")))
            .or(Signs.imageBad())
            .or(Signs.dependenciesBad());
    private static final Sign OFF_THE_BUS =
            Sign.of("a control unit that leaves the bus", Kind.CONTROLLER, it -> it.is("state", "bus-off"));

    private UpdateRecovery() {}

    /** Notified, and the attempt met no stable network. */
    static Finding noNetwork(Facts facts) {
        return attempted(facts, "network");
    }

    /** The attempt met a low battery or a poor network. */
    static Finding lowBatteryOrPoorNetwork(Facts facts) {
        return attempted(facts, "battery", "network");
    }

    private static Finding attempted(Facts facts, String... reasons) {
        return Order.in(facts)
                .then(Screens.view("update.available"))
                .then(START)
                .then(ERROR.or(Signs.shown("update.download")).called("the answer"))
                .judge(answer -> Stream.of(reasons)
                        .filter(it -> Obstacle.at(facts, it, answer.index()).isPresent())
                        .findFirst()
                        .map(reason -> Finding.pass("attempted in spite of " + reason))
                        .orElseGet(() -> Finding.open("the condition that stands in the way")));
    }

    /** The error says that a stable connection is required, and how to get one. */
    static Finding stableConnectionRequired(Facts facts) {
        return Order.in(facts)
                .then(START)
                .then(ERROR)
                .judge(error -> error.is("reason", "network")
                                && Stream.of("stable connection", "Wi-Fi", "cellular")
                                        .allMatch(words -> Screens.says(error, words))
                        ? Finding.pass("a stable connection is required")
                        : Finding.fail("the error does not advise on a stable connection"));
    }

    /** The advice fits the issue: a charger, or a stronger Wi-Fi. */
    static Finding recommended(Facts facts) {
        return Order.in(facts)
                .then(START)
                .then(BATTERY_OR_NETWORK)
                .judge(error -> Screens.says(error, error.is("reason", "battery") ? "charger" : "Wi-Fi")
                        ? Finding.pass("told of the issue and what to do")
                        : Finding.fail("the error does not say what to do"));
    }

    /** The connection came back after the trouble. */
    static Finding connected(Facts facts) {
        return Order.in(facts).then(NETWORK.or(LINK_LOST)).then(CONNECTED).pass("connected again");
    }

    /** With the connection back the download goes on to its end, after a retry if an error was shown. */
    static Finding wentOn(Facts facts) {
        Sign end = Screens.view("update.downloaded")
                .or(Screens.view("update.prepare"))
                .or(Screens.view("update.confirm"))
                .called("the end of the download");
        return restored(facts).then(Http.image()).then(end).pass("the update went on with the restored connection");
    }

    private static Order restored(Facts facts) {
        return NETWORK.first(facts).isPresent()
                ? Order.in(facts).then(NETWORK).then(RETRY)
                : Order.in(facts).then(LINK_LOST);
    }

    /** Still no connection: try again later, or schedule. */
    static Finding tryLater(Facts facts) {
        return Order.in(facts)
                .then(NETWORK)
                .then(RETRY)
                .then(ERROR)
                .judge(error -> error.is("reason", "network")
                                && Screens.says(error, "Try again later")
                                && Screens.offers(error, "Schedule")
                        ? Finding.pass("asked to try later, may schedule")
                        : Finding.fail("not asked to try later, or no way to schedule"));
    }

    /** The condition was better before the user tried again. */
    static Finding improved(Facts facts) {
        Optional<Entry> retry = RETRY.last(facts);
        Optional<Entry> error = retry.flatMap(it -> BATTERY_OR_NETWORK.lastBefore(facts, it.index()));
        if (error.isEmpty()) {
            return Finding.open("a retry after a refusal");
        }
        return Obstacle.at(facts, error.get().text("reason"), retry.get().index())
                .map(fact -> Finding.fail("tried again under the same condition", fact, retry.get()))
                .orElseGet(() -> Finding.pass("improved, then tried again", error.get(), retry.get()));
    }

    /** After the retry the update goes on to the question whether to install. */
    static Finding resumed(Facts facts) {
        return Order.in(facts)
                .then(BATTERY_OR_NETWORK)
                .then(RETRY)
                .then(Screens.view("update.download"))
                .then(Http.image())
                .then(Screens.view("update.confirm"))
                .pass("the update went on");
    }

    /** The installation failed on the wire, then the user is told and pointed to support. */
    static Finding installationError(Facts facts) {
        return failedOnTheWire(facts)
                .judge(error -> Screens.offers(error, "Contact Support")
                        ? Finding.pass("told, and pointed to support")
                        : Finding.fail("not pointed to support"));
    }

    /** After the error: troubleshooting, and another try now or later. */
    static Finding helpOffered(Facts facts) {
        List<String> help = List.of("Troubleshooting", "Retry", "Schedule");
        return failedOnTheWire(facts)
                .judge(error -> help.stream().allMatch(button -> Screens.offers(error, button))
                        ? Finding.pass("troubleshooting and retry offered")
                        : Finding.fail("not offered all of " + help));
    }

    private static Order failedOnTheWire(Facts facts) {
        return Order.in(facts)
                .then(Consent.to("Confirm"))
                .then(Uds.erase())
                .then(failure(facts))
                .then(Signs.error("installation-failed"));
    }

    /** A control unit refuses a step of its programming, or leaves the bus when it has been told to erase. */
    private static Sign failure(Facts facts) {
        return REFUSED.or(OFF_THE_BUS.where(it -> erasedBefore(facts, it))).called("a failure on the wire");
    }

    private static boolean erasedBefore(Facts facts, Entry busOff) {
        return Uds.of(busOff.text("node"), Uds.erase())
                .lastBefore(facts, busOff.index())
                .isPresent();
    }
}

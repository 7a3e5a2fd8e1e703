package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Trouble on the way of an update, and how the user gets over it. */
final class UpdateRecovery {
    private static final String[] START = {"Install Update", "Download Now"};

    private static final List<String> PROGRAMMING = List.of("31", "34", "36", "37");

    private UpdateRecovery() {}

    /** Notified, and the attempt met no stable network. */
    static Finding noNetwork(History history) {
        return attempted(history, "network");
    }

    /** The attempt met a low battery or a poor network. */
    static Finding lowBatteryOrPoorNetwork(History history) {
        return attempted(history, "battery", "network");
    }

    private static Finding attempted(History history, String... reasons) {
        Order attempt = Order.in(history)
                .then("the notification", Kind.SCREEN, Views.shown("update.available"))
                .then("the attempt", Kind.PRESS, Views.pressed(START))
                .then("the answer", Kind.SCREEN, Views.showing("update.error").or(Views.shown("update.download")));
        if (!attempt.complete()) {
            return attempt.pass("");
        }
        return Stream.of(reasons)
                .flatMap(it -> Obstacle.at(history, it, attempt.last().index()).stream())
                .findFirst()
                .map(fact -> Finding.pass("attempted under that condition", fact, attempt.last()))
                .orElseGet(() -> Finding.open("the condition that stands in the way", attempt.records()));
    }

    /** The error says that a stable connection is required, and how to get one. */
    static Finding stableConnectionRequired(History history) {
        return Order.in(history)
                .then("the attempt", Kind.PRESS, Views.pressed(START))
                .then("the view update.error", Kind.SCREEN, Views.showing("update.error"))
                .judge(error -> error.is("reason", "network")
                                && Views.says("stable connection").test(error)
                                && Views.says("Wi-Fi")
                                        .and(Views.says("cellular"))
                                        .test(error)
                        ? Finding.pass("a stable connection is required", error)
                        : Finding.fail("the error does not advise on a stable connection", error));
    }

    /** The advice fits the issue: a charger, or a stronger Wi-Fi. */
    static Finding recommended(History history) {
        return Order.in(history)
                .then("the attempt", Kind.PRESS, Views.pressed(START))
                .then("the view update.error", Kind.SCREEN, Views.error("battery", "network"))
                .judge(error -> Views.says(error.is("reason", "battery") ? "charger" : "Wi-Fi")
                                .test(error)
                        ? Finding.pass("told of the issue and what to do", error)
                        : Finding.fail("the error does not say what to do", error));
    }

    /** The connection came back after the error. */
    static Finding connected(History history) {
        Order error = Order.in(history).then("the view update.error", Kind.SCREEN, Views.error("network"));
        Entry trouble = error.complete() ? error.last() : linkLost(history).orElse(null);
        if (trouble == null) {
            return Finding.open("trouble with the network");
        }
        return Network.goodAfter(history, trouble.index())
                .map(good -> Finding.pass("connected again", trouble, good))
                .orElseGet(() -> Finding.open("a connection", trouble));
    }

    private static Optional<Entry> linkLost(History history) {
        return Past.firstAfter(
                history,
                Kind.HTTP,
                -1,
                Radio.vehicle()
                        .and(it -> it.text("path").contains("/images/"))
                        .and(it -> !it.text("error").isEmpty()));
    }

    /** With the connection back the download goes on to its end, after a retry if an error was shown. */
    static Finding wentOn(History history) {
        Optional<Entry> error = Past.last(history, Kind.SCREEN, Views.error("network"));
        Order order = error.isPresent() ? retried(history) : lost(history);
        return order.then("bytes of an image", Kind.HTTP, Radio.vehicle().and(Radio::imagePart))
                .then(
                        "the end of the download",
                        Kind.SCREEN,
                        Views.showing("update.downloaded")
                                .or(Views.showing("update.prepare"))
                                .or(Views.showing("update.confirm")))
                .pass("the update went on with the restored connection");
    }

    private static Order retried(History history) {
        return Order.in(history)
                .then("the error", Kind.SCREEN, Views.error("network"))
                .then("the retry", Kind.PRESS, Views.pressed("Retry"));
    }

    private static Order lost(History history) {
        int at = linkLost(history).map(Entry::index).orElse(Integer.MAX_VALUE - 1);
        return Order.after(history, at);
    }

    /** Still no connection: try again later, or schedule. */
    static Finding tryLater(History history) {
        return retried(history)
                .then("the view update.error", Kind.SCREEN, Views.showing("update.error"))
                .judge(error -> error.is("reason", "network")
                                && Views.says("Try again later").test(error)
                                && Views.offers("Schedule").test(error)
                        ? Finding.pass("asked to try later, may schedule", error)
                        : Finding.fail("not asked to try later, or no way to schedule", error));
    }

    /** The condition was better before the user tried again. */
    static Finding improved(History history) {
        Optional<Entry> retry = Past.last(history, Kind.PRESS, Views.pressed("Retry"));
        Optional<Entry> error = retry.flatMap(
                it -> Past.lastBefore(history, Kind.SCREEN, it.index(), Views.error("battery", "network")));
        if (error.isEmpty()) {
            return Finding.open("a retry after a refusal");
        }
        String reason = error.get().text("reason");
        return Obstacle.at(history, reason, retry.get().index())
                .map(fact -> Finding.fail("tried again under the same condition", fact, retry.get()))
                .orElseGet(() -> Finding.pass("improved, then tried again", error.get(), retry.get()));
    }

    /** After the retry the update goes on to the question whether to install. */
    static Finding resumed(History history) {
        return Order.in(history)
                .then("the refusal", Kind.SCREEN, Views.error("battery", "network"))
                .then("the retry", Kind.PRESS, Views.pressed("Retry"))
                .then("the view update.download", Kind.SCREEN, Views.showing("update.download"))
                .then("bytes of an image", Kind.HTTP, Radio.vehicle().and(Radio::imagePart))
                .then("the view update.confirm", Kind.SCREEN, Views.showing("update.confirm"))
                .pass("the update went on");
    }

    /** The installation failed on the wire, then the user is told and pointed to support. */
    static Finding installationError(History history) {
        return failedOnTheWire(history)
                .judge(error -> Views.offers("Contact Support").test(error)
                        ? Finding.pass("told, and pointed to support", error)
                        : Finding.fail("not pointed to support", error));
    }

    /** After the error: troubleshooting, or another try now or later. */
    static Finding helpOffered(History history) {
        List<String> help = List.of("Troubleshooting", "Retry", "Schedule");
        return failedOnTheWire(history)
                .judge(error -> Views.buttons(error).containsAll(help)
                        ? Finding.pass("troubleshooting and retry offered", error)
                        : Finding.fail("not offered all of " + help, error));
    }

    private static Order failedOnTheWire(History history) {
        Predicate<Entry> failure =
                Wire.response("7F").and(it -> !it.is("nrc", "78") && PROGRAMMING.contains(it.text("sid")));
        return Order.in(history)
                .then("the confirmation", Kind.PRESS, Views.pressed("Confirm"))
                .then("the start of programming", Kind.UDS, Wire.request(Wire.ERASE))
                .then("a failure on the wire", Kind.UDS, failure.or(badCheck()))
                .then("the view update.error", Kind.SCREEN, Views.error("installation-failed"));
    }

    private static Predicate<Entry> badCheck() {
        return Wire.response("71010202").and(Wire.routinePassed("0202").negate());
    }
}

package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Release;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Uds;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** From the notification of an update to the question whether to install it. */
final class UpdateStart {
    private UpdateStart() {}

    static Finding notifiedOnInfotainment(Facts facts) {
        return notified(facts, Screens.view("update.available", Screens.INFOTAINMENT));
    }

    static Finding notifiedSomewhere(Facts facts) {
        return notified(facts, Screens.view("update.available"));
    }

    private static Finding notified(Facts facts, Sign view) {
        return Order.in(facts).then(Release.offered()).then(view).pass("notified of the update that the cloud offers");
    }

    /** The details: version, estimated times, every new feature. */
    static Finding details(Facts facts) {
        return Order.in(facts)
                .then(Release.offered())
                .then(Signs.shown("update.available"))
                .judge(view -> details(
                        Release.offered().lastBefore(facts, view.index()).orElseThrow(), view));
    }

    private static Finding details(Entry offer, Entry view) {
        List<String> facts =
                List.of("Version " + Release.version(offer), "Estimated download", "Estimated installation");
        return Stream.concat(facts.stream(), Release.notes(offer).stream())
                .filter(detail -> !view.text("text").contains(detail))
                .findFirst()
                .map(detail -> Finding.fail("the details do not name: " + detail))
                .orElseGet(() -> Finding.pass("version, times and features as the cloud offers"));
    }

    /** A choice on the view that offers it. */
    static Function<Facts, Finding> chosen(String view, String... choices) {
        Sign offering = Screens.view(view)
                .where(Signs::whole)
                .where(it -> Stream.of(choices).anyMatch(choice -> Screens.offers(it, choice)));
        return facts -> Order.in(facts).then(offering).then(Consent.to(choices)).pass("chosen");
    }

    /** Bytes of images come by radio after the choice, and the screen names the bearer. */
    static Finding downloadBegins(Facts facts) {
        Sign bearer = Screens.view("update.download", Screens.INFOTAINMENT)
                .where(it -> Screens.says(it, "Wi-Fi") || Screens.says(it, "Cellular"))
                .called("the view update.download with Wi-Fi or Cellular");
        return begun(facts, Consent.to("Install Update", "Download Now", "Retry"))
                .then(bearer)
                .then(Http.image())
                .pass("the download began");
    }

    /** As {@link #downloadBegins}, wherever the user looks, and the progress moves. */
    static Finding downloadShown(Facts facts) {
        return begun(facts, Consent.to("Download Now"))
                .then(Signs.progress("update.download", 0))
                .then(Http.image())
                .then(Signs.progress("update.download", 1))
                .pass("the download runs and its progress is shown");
    }

    private static Order begun(Facts facts, Sign choice) {
        int last = choice.last(facts).map(Entry::index).orElse(Facts.END - 1);
        return Order.after(facts, last - 1).then(choice);
    }

    /** The user is asked to confirm, and not before every image is here. */
    static Finding confirmAsked(Facts facts) {
        Optional<Entry> asked =
                Signs.shown("update.confirm").where(Signs.onInfotainment()).last(facts);
        if (asked.isEmpty()) {
            return Finding.open("the view update.confirm on the infotainment");
        }
        if (!Screens.offers(asked.get(), "Confirm")) {
            return Finding.fail("asked without a way to confirm", asked.get());
        }
        Optional<Release> release = Release.before(facts, asked.get().index());
        if (release.isEmpty()) {
            return Finding.fail("asked without metadata of an update", asked.get());
        }
        return release.get().targets().stream()
                .filter(target -> received(facts, target, asked.get()) < target.length())
                .findFirst()
                .map(target ->
                        Finding.fail("asked before the image of %s was here".formatted(target.ecu()), asked.get()))
                .orElseGet(() -> Finding.pass(
                        "asked once all images were here", release.get().metadata(), asked.get()));
    }

    private static long received(Facts facts, Release.Target target, Entry asked) {
        return Http.image()
                .where(entry -> Http.path(entry).endsWith("/" + target.filename()))
                .between(facts, Facts.BEGINNING, asked.index())
                .stream()
                .mapToLong(entry -> entry.number("bytes").orElse(0.0).longValue())
                .sum();
    }

    /** After the choice to install: verified and prepared, with every target asked who it is, before the last question. */
    static Finding prepared(Facts facts) {
        Order preparing = begun(facts, Consent.to("Install Now", "Schedule", "Install Update"))
                .then(Screens.view("update.prepare"));
        if (!preparing.complete()) {
            return preparing.pass("");
        }
        int from = preparing.last().index();
        return preparing.then(Screens.view("update.confirm")).judge(confirm -> verified(facts, from, confirm));
    }

    private static Finding verified(Facts facts, int from, Entry confirm) {
        return Release.before(facts, confirm.index()).stream()
                .flatMap(release -> release.targets().stream())
                .filter(target -> Uds.of(target.ecu(), Uds.response("62"))
                        .between(facts, from, confirm.index())
                        .isEmpty())
                .findFirst()
                .map(target -> Finding.fail("%s was not asked what it is before".formatted(target.ecu())))
                .orElseGet(() -> Finding.pass("verified against the vehicle, then asked"));
    }
}

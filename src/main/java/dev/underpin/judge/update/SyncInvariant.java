package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Release;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Vehicle;
import java.util.List;
import java.util.Optional;

/** B12: the cloud believes an update only by a report of what really runs. */
final class SyncInvariant {
    private static final Sign BELIEVED = Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/manifest")
            .where(entry -> Http.response(entry).path("status").asString("").equals("IN_SYNC"));

    private SyncInvariant() {}

    static Finding proved(Facts facts) {
        List<Entry> believed = BELIEVED.all(facts);
        for (Entry manifest : believed) {
            Optional<Finding> wrong = Release.before(facts, manifest.index())
                    .filter(release -> about(manifest, release))
                    .flatMap(release -> wrong(facts, release, manifest));
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        return believed.isEmpty()
                ? Finding.notRun("the cloud believed no update")
                : Finding.pass("what the cloud believed was so", believed.getLast());
    }

    private static boolean about(Entry manifest, Release release) {
        String offer = Http.response(release.offer()).path("offerId").asString("");
        return Http.request(manifest)
                .path("signed")
                .path("offerId")
                .asString("")
                .equals(offer);
    }

    private static Optional<Finding> wrong(Facts facts, Release release, Entry manifest) {
        return release.targets().stream()
                .filter(target -> Vehicle.boot(target.ecu())
                        .lastBefore(facts, manifest.index())
                        .filter(boot -> boot.is("sha256", target.sha256()))
                        .isEmpty())
                .findFirst()
                .map(target -> Finding.fail(
                        "the cloud takes the vehicle to be in sync, but %s does not run version %s"
                                .formatted(target.ecu(), target.version()),
                        manifest));
    }
}

package dev.underpin.judge.ota;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Release;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Row N2 of the updates' fault catalogue: a download that was interrupted goes on by ranges (RFC 9110, 14). Each request for an image
 * asks for what follows on what has come, and no byte comes twice.
 */
final class RangeRow {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-\\d+");

    private RangeRow() {}

    static Promise promise() {
        return new Promise("ota-N2", "resumed by range, no byte twice", RangeRow::judged);
    }

    private static Finding judged(History history) {
        Facts facts = new Facts(history);
        Optional<Outcome> outcome = Outcome.of(facts, end -> true).filter(Outcome::completedInTheEnd);
        Map<String, Long> come = new HashMap<>();
        for (Entry asked : Http.asked("vehicle", "GET", "/vehicle/v1/images/.+").all(facts)) {
            String file = Http.path(asked);
            long here = come.getOrDefault(file, 0L);
            if (from(asked) != here) {
                return Finding.fail("asked for bytes from %d on, when %d had come".formatted(from(asked), here), asked);
            }
            come.put(file, here + bytes(asked));
        }
        for (var length : lengths(facts).entrySet()) {
            long bytes = come.getOrDefault("/vehicle/v1/images/" + length.getKey(), 0L);
            if (bytes > length.getValue()) {
                return Finding.fail("%d bytes came of an image of %d".formatted(bytes, length.getValue()));
            }
        }
        return outcome.map(it -> Finding.pass("resumed and completed", it.fault(), it.end()))
                .orElseGet(() -> Finding.open("an installation that completes"));
    }

    private static Map<String, Long> lengths(Facts facts) {
        Map<String, Long> lengths = new HashMap<>();
        Release.before(facts, Facts.END)
                .ifPresent(release -> release.targets().forEach(it -> lengths.put(it.filename(), it.length())));
        return lengths;
    }

    private static long bytes(Entry answered) {
        return Http.succeeded(answered) ? answered.number("bytes").orElse(0.0).longValue() : 0;
    }

    /** The first byte that a request asks for; without a range all of them. */
    private static long from(Entry asked) {
        Matcher range = RANGE.matcher(asked.text("range"));
        return range.matches() ? Long.parseLong(range.group(1)) : 0;
    }
}

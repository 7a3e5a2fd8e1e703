package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** See faults of the radio link and of the cloud in the HTTP exchanges of the vehicle. */
final class CloudWitnesses {
    /** A lost message costs a second. */
    private static final double MILLIS = 1000;

    /** What takes so many seconds at the rate of the link takes longer for its rate than for its latency. */
    private static final double LARGE = 0.5;

    /** An exchange that takes so long was lost again and again. */
    private static final double STUCK = 5_000;

    private CloudWitnesses() {}

    static Witness of(UplinkFault fault) {
        return switch (fault) {
            case UplinkFault.LinkDrop it -> failed(".*");
            case UplinkFault.LinkDown it ->
                failed(".*").or(Witness.record(Kind.SCREEN, entry -> entry.is("reason", "no-connection")));
            case UplinkFault.LinkFlapping it -> failed(".*");
            case UplinkFault.LinkHalfOpen it -> failed(".*").or(exchange(entry -> millis(entry) >= STUCK));
            case UplinkFault.NameUnknown it -> said("name");
            case UplinkFault.Impostor it -> said("TLS");
            case UplinkFault.LinkSlow it ->
                exchange(entry -> millis(entry) > 0
                                && bytes(entry) * MILLIS / millis(entry) <= it.bytesPerSecond()
                                && bytes(entry) >= it.bytesPerSecond() * LARGE)
                        .or(failed(".*"));
            case UplinkFault.LinkLatency it ->
                exchange(entry -> millis(entry) >= 2 * it.millis()).or(failed(".*"));
            case UplinkFault.LinkLoss it ->
                exchange(entry -> millis(entry) >= MILLIS).or(failed(".*"));
        };
    }

    /** An exchange failed, and what the link tells of it has that word. */
    private static Witness said(String word) {
        return exchange(entry -> entry.text("error").startsWith("UNREACHABLE")
                && entry.text("error").contains(word));
    }

    static Witness of(CloudFault fault) {
        return switch (fault) {
            case CloudFault.ExchangeLost it ->
                Witness.record(
                        Kind.HTTP,
                        entry -> entry.text("path").matches(it.path())
                                && !entry.text("error").isEmpty());
            case CloudFault.CloudStatus it ->
                Witness.record(
                        Kind.HTTP,
                        entry -> entry.text("path").matches(it.path())
                                && entry.number("status")
                                        .filter(status -> status == it.status())
                                        .isPresent());
            case CloudFault.AnswerSpoilt it ->
                it.how() == AnswerHarm.RANGE_IGNORED
                        ? exchange(entry -> entry.text("path").matches(it.path())
                                && entry.number("status")
                                        .filter(status -> status == 200)
                                        .isPresent())
                        : received(it.path());
            case CloudFault.MetadataForged it -> received(".*/%s/[^/]+".formatted(it.repository()));
            case CloudFault.ServerClockWrong it ->
                exchange(entry -> entry.text("response").contains("clock-skew"));
            case CloudFault.WrongBuild it ->
                exchange(entry -> entry.text("path").endsWith("/manifest")
                        && entry.text("request").contains("not sealed"));
            case CloudFault.RequestDoubled it ->
                exchange(entry -> entry.text("path").matches(it.path())
                        && (entry.text("response").contains("duplicate")
                                || entry.text("response").contains("credentials-replayed")));
            case CloudFault.OldAnswer it -> (history, injected) -> old(history, injected, it);
        };
    }

    /** The vehicle received something, or nothing, where the cloud had sent something else, or nothing. */
    private static Witness received(String path) {
        return (history, injected) -> {
            List<Entry> sent = new ArrayList<>(after(history, Kind.ANSWER, injected, path));
            for (Entry entry : after(history, Kind.HTTP, injected, path)) {
                boolean same = sent.stream()
                        .filter(it -> it.is("crc", entry.text("crc")) && it.is("path", entry.text("path")))
                        .findFirst()
                        .filter(sent::remove)
                        .isPresent();
                if (entry.is("leg", "vehicle") && !same) {
                    return Optional.of(Sighting.of(entry));
                }
            }
            return Optional.empty();
        };
    }

    private static List<Entry> after(History history, Kind kind, Entry injected, String path) {
        return history.of(kind).stream()
                .filter(it -> it.index() > injected.index() && it.text("path").matches(path))
                .toList();
    }

    /** The vehicle got the same answer that it had got before. */
    private static Optional<Sighting> old(History history, Entry injected, CloudFault.OldAnswer fault) {
        Set<String> before = new HashSet<>();
        for (Entry entry : history.of(Kind.HTTP)) {
            String answer = entry.text("response");
            boolean fits = entry.is("leg", "vehicle")
                    && entry.text("path").matches(fault.path())
                    && answer.matches(fault.holding());
            if (fits && !before.add(answer) && entry.index() > injected.index()) {
                return Optional.of(Sighting.of(entry));
            }
        }
        return Optional.empty();
    }

    /** An exchange of the vehicle had no answer. */
    private static Witness failed(String path) {
        return exchange(entry ->
                entry.text("path").matches(path) && !entry.text("error").isEmpty());
    }

    /** How long an exchange took. */
    private static double millis(Entry entry) {
        return number(entry, "millis");
    }

    /** How much it carried, both ways. */
    private static double bytes(Entry entry) {
        return number(entry, "bytes") + entry.text("request").length();
    }

    private static double number(Entry entry, String field) {
        return entry.number(field).orElse(0.0);
    }

    private static Witness exchange(java.util.function.Predicate<Entry> shows) {
        return Witness.record(Kind.HTTP, entry -> entry.is("leg", "vehicle") && shows.test(entry));
    }
}

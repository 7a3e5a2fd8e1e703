package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** See faults of the radio link and of the cloud in the HTTP exchanges of the vehicle. */
final class CloudWitnesses {
    /** A lost message costs a second. */
    private static final double MILLIS = 1000;

    /** So many bytes take longer for the rate of the link than for its latency. */
    private static final double LARGE = 16 * 1024;

    private CloudWitnesses() {}

    static Witness of(UplinkFault fault) {
        return switch (fault) {
            case UplinkFault.LinkDrop it -> failed(".*");
            case UplinkFault.LinkDown it -> failed(".*");
            case UplinkFault.LinkFlapping it -> failed(".*");
            case UplinkFault.LinkHalfOpen it -> failed(".*");
            case UplinkFault.LinkSlow it ->
                exchange(entry -> millis(entry) > 0
                                && number(entry, "bytes") * MILLIS / millis(entry) <= it.bytesPerSecond()
                                && number(entry, "bytes") >= LARGE)
                        .or(failed(".*"));
            case UplinkFault.LinkLatency it ->
                exchange(entry -> millis(entry) >= 2 * it.millis()).or(failed(".*"));
            case UplinkFault.LinkLoss it ->
                exchange(entry -> millis(entry) >= MILLIS).or(failed(".*"));
        };
    }

    static Witness of(CloudFault fault) {
        return switch (fault) {
            case CloudFault.ExchangeLost it -> failed(it.path());
            case CloudFault.CloudStatus it ->
                exchange(entry -> entry.text("path").matches(it.path())
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

    /** An exchange of the vehicle had no answer. */
    private static Witness failed(String path) {
        return exchange(entry ->
                entry.text("path").matches(path) && !entry.text("error").isEmpty());
    }

    /** How long an exchange took. */
    private static double millis(Entry entry) {
        return number(entry, "millis");
    }

    private static double number(Entry entry, String field) {
        return entry.number(field).orElse(0.0);
    }

    private static Witness exchange(java.util.function.Predicate<Entry> shows) {
        return Witness.record(Kind.HTTP, entry -> entry.is("leg", "vehicle") && shows.test(entry));
    }
}

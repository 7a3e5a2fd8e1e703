package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Updates that the user has put off to an appointed time. */
final class Scheduled {
    private static final Duration LENGTH = Duration.ofHours(2);
    private static final Pattern UTC = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d) UTC");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Scheduled() {}

    /** Every appointed window, as the screens told it, in the order told; none while civil time is not known. */
    static List<Window> windows(History history) {
        List<Window> windows = new ArrayList<>();
        Optional<Instant> start = windowsTold(history) ? start(history) : Optional.empty();
        if (start.isPresent()) {
            history.of(Kind.SCREEN).stream()
                    .filter(Views.showing("update.scheduled"))
                    .forEach(view -> window(view, start.get()).ifPresent(windows::add));
        }
        return windows;
    }

    private static boolean windowsTold(History history) {
        return history.of(Kind.SCREEN).stream().anyMatch(Views.showing("update.scheduled"));
    }

    private static Optional<Window> window(Entry view, Instant start) {
        Matcher told = UTC.matcher(view.text("text"));
        if (!told.find()) {
            return Optional.empty();
        }
        Instant opens = LocalDateTime.parse(told.group(1), MINUTES).toInstant(ZoneOffset.UTC);
        long from = Duration.between(start, opens).toNanos();
        return Optional.of(new Window(view.index(), from, from + LENGTH.toNanos()));
    }

    /** Civil time at vehicle time 0: messages of the vehicle tell when they were written, which is never after they were sent. */
    private static Optional<Instant> start(History history) {
        return history.of(Kind.HTTP).stream()
                .filter(Radio.vehicle().and(Radio.path("/events")))
                .flatMap(entry -> written(entry).map(it -> it.minusNanos(entry.at())).stream())
                .max(Instant::compareTo);
    }

    private static Optional<Instant> written(Entry entry) {
        try {
            return Optional.of(Instant.parse(Radio.request(entry).path("at").asString("")));
        } catch (DateTimeParseException untold) {
            return Optional.empty();
        }
    }

    /**
     * When a scheduled installation may start.
     *
     * @param from index of the record that told it
     * @param opens vehicle time, nanoseconds
     * @param closes vehicle time, nanoseconds
     */
    record Window(int from, long opens, long closes) {
        boolean contains(long at) {
            return at >= opens && at < closes;
        }

        /** The first record inside the window. */
        Optional<Entry> opened(History history) {
            return history.entries().stream()
                    .skip(from + 1L)
                    .filter(entry -> contains(entry.at()))
                    .findFirst();
        }
    }
}

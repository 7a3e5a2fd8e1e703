package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Sign;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Updates that the user has put off to an appointed time. */
final class Scheduled {
    private static final Duration LENGTH = Duration.ofHours(2);
    private static final Pattern UTC = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d) UTC");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Sign TOLD = Screens.view("update.scheduled");
    private static final Sign EVENT = Http.asked("vehicle", "POST", "/vehicle/v1/[^/]+/events");

    private Scheduled() {}

    /** The appointed time on a screen. */
    static Sign told() {
        return TOLD;
    }

    /** Every appointed window, as the screens told it, in the order told; none while civil time is not known. */
    static List<Window> windows(Facts facts) {
        List<Entry> told = TOLD.all(facts);
        Optional<Instant> start = told.isEmpty() ? Optional.empty() : start(facts, told.getLast());
        return start.stream()
                .flatMap(begin -> told.stream().flatMap(view -> window(view, begin).stream()))
                .toList();
    }

    private static Optional<Window> window(Entry view, Instant start) {
        Matcher told = UTC.matcher(view.text("text"));
        if (!told.find()) {
            return Optional.empty();
        }
        Instant opens = LocalDateTime.parse(told.group(1), MINUTES).toInstant(ZoneOffset.UTC);
        long from = Duration.between(start, opens).toNanos();
        return Optional.of(new Window(view, from, from + LENGTH.toNanos()));
    }

    /**
     * Civil time at vehicle time 0: messages of the vehicle tell when they were written, which is never after they were sent. Those that
     * led to the appointment say enough; without one the first after it has to do.
     */
    private static Optional<Instant> start(Facts facts, Entry appointment) {
        List<Entry> led = EVENT.between(facts, Facts.BEGINNING, appointment.index());
        Stream<Entry> telling = led.isEmpty() ? EVENT.firstAfter(facts, appointment.index()).stream() : led.stream();
        return telling.flatMap(entry -> written(entry).map(it -> it.minusNanos(entry.at())).stream())
                .max(Instant::compareTo);
    }

    private static Optional<Instant> written(Entry entry) {
        try {
            return Optional.of(Instant.parse(Http.request(entry).path("at").asString("")));
        } catch (DateTimeParseException untold) {
            return Optional.empty();
        }
    }

    /**
     * When a scheduled installation may start.
     *
     * @param told the view that told it
     * @param opens vehicle time, nanoseconds
     * @param closes vehicle time, nanoseconds
     */
    record Window(Entry told, long opens, long closes) {
        boolean contains(long at) {
            return at >= opens && at < closes;
        }
    }
}

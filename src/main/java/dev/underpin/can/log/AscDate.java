package dev.underpin.can.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The dates of ASC logs: {@code Mon Nov 02 07:00:00.000 am 2026}, twelve hours with am or pm or twenty-four without, English or German
 * months, fraction optional. The format knows no time zone; here it is UTC.
 */
final class AscDate {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE MMM dd hh:mm:ss.SSS a yyyy", Locale.ENGLISH);
    private static final Pattern DATE = Pattern.compile(
            "\\S+ +(\\S{3}) +(\\d{1,2}) +(\\d{1,2}):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?(?: +([AaPp])[Mm])? +(\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> MONATE =
            List.of("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez");

    private AscDate() {}

    static String text(long atNanos) {
        Instant moment = Instant.ofEpochSecond(0, atNanos);
        return FORMAT.format(moment.atOffset(ZoneOffset.UTC))
                .replace("AM", "am")
                .replace("PM", "pm");
    }

    /** Nanoseconds since 1970; null when {@code text} is no date or an earlier one. */
    static @Nullable Long nanos(String text) {
        Matcher date = DATE.matcher(text.strip());
        if (!date.matches()) {
            return null;
        }
        try {
            LocalDateTime time = LocalDateTime.of(
                    Integer.parseInt(date.group(8)),
                    month(date.group(1)),
                    Integer.parseInt(date.group(2)),
                    hour(Integer.parseInt(date.group(3)), date.group(7)),
                    Integer.parseInt(date.group(4)),
                    Integer.parseInt(date.group(5)),
                    fraction(date.group(6)));
            long nanos = Moments.of(time);
            return nanos < 0 ? null : nanos;
        } catch (DateTimeException | ArithmeticException impossible) {
            return null;
        }
    }

    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return 1 + Math.max(MONTHS.indexOf(lower), MONATE.indexOf(lower));
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    private static int fraction(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
    }
}

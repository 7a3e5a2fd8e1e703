package dev.underpin.fault;

import dev.underpin.time.Nanos;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as plans write them: a number and ms, s, min or h. */
final class Span {
    /** What a time looks like. */
    static final Pattern SHAPE = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(ms|s|min|h)");

    private Span() {}

    /** Nanoseconds of a time such as {@code 200 ms}. */
    static long nanos(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected a time such as 200 ms, 3 s or 5 min, found '%s'".formatted(text));
        }
        return Math.round(Double.parseDouble(parts.group(1)) * unit(parts.group(2)));
    }

    /** A time in its largest unit that leaves no fraction, else in milliseconds. */
    static String text(long nanos) {
        for (String unit : new String[] {"h", "min", "s"}) {
            if (nanos != 0 && nanos % unit(unit) == 0) {
                return "%d %s".formatted(nanos / unit(unit), unit);
            }
        }
        return nanos % Nanos.MILLISECOND == 0
                ? "%d ms".formatted(nanos / Nanos.MILLISECOND)
                : String.format(Locale.ROOT, "%.6f ms", (double) nanos / Nanos.MILLISECOND);
    }

    private static long unit(String name) {
        return switch (name) {
            case "ms" -> Nanos.MILLISECOND;
            case "s" -> Nanos.SECOND;
            case "min" -> Nanos.MINUTE;
            default -> 60 * Nanos.MINUTE;
        };
    }
}

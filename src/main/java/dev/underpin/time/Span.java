package dev.underpin.time;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: a number and ms, s, min or h. */
public final class Span {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?(ms|s|min|h)");
    private static final double MOST = 100 * 365.25 * 24 * 3600 * Nanos.SECOND;

    private Span() {}

    /**
     * Nanoseconds of a time such as {@code 200 ms} or {@code 1.5h}.
     *
     * @throws IllegalArgumentException saying what was expected and what was found
     */
    public static long nanos(String text) {
        Matcher parts = SHAPE.matcher(text);
        double nanos = parts.matches() ? Double.parseDouble(parts.group(1)) * unit(parts.group(2)) : MOST;
        if (nanos >= MOST) {
            throw new IllegalArgumentException(
                    "expected a time such as 500ms, 10s or 2min, found \"%s\"".formatted(text));
        }
        return Math.round(nanos);
    }

    /** A time in its largest unit that leaves no fraction, else in milliseconds. */
    public static String text(long nanos) {
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

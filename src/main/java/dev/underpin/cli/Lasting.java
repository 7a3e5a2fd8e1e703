package dev.underpin.cli;

import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Nanos;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something lasts, as users type it. */
final class Lasting {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(ms|s|min)");

    private Lasting() {}

    /** The nanoseconds that {@code text} means, such as {@code 500ms}, {@code 10s} or {@code 2min}. */
    static long nanos(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw UserMistake.saying("--for: expected a time such as 500ms, 10s or 2min, found \"%s\"".formatted(text));
        }
        long unit = switch (parts.group(2)) {
            case "ms" -> Nanos.MILLISECOND;
            case "s" -> Nanos.SECOND;
            default -> Nanos.MINUTE;
        };
        return Math.multiplyExact(Long.parseLong(parts.group(1)), unit);
    }
}

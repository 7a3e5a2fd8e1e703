package dev.underpin.cli;

import dev.underpin.mistake.UserMistake;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a campaign a process plays.
 *
 * @param number from 1
 * @param of how many there are
 */
record Shard(int number, int of) {
    private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,4})/([1-9]\\d{0,4})");

    static Shard of(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (parts.matches() && Integer.parseInt(parts.group(1)) <= Integer.parseInt(parts.group(2))) {
            return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        }
        throw UserMistake.saying("--shard: expected a part such as 1/4, found %s".formatted(text));
    }
}

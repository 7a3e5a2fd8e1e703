package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import java.util.Arrays;
import java.util.List;

/**
 * A version that orders by its numbers, such as {@code 2026.9} before {@code 2026.47}.
 *
 * @param numbers its digits between anything else
 */
record Version(List<Long> numbers) implements Comparable<Version> {
    static Version of(Entry boot) {
        return new Version(Arrays.stream(boot.text("version").split("\\D+", -1))
                .filter(part -> !part.isEmpty())
                .map(Long::valueOf)
                .toList());
    }

    @Override
    public int compareTo(Version other) {
        return Arrays.compare(numbers.toArray(Long[]::new), other.numbers.toArray(Long[]::new));
    }
}

package dev.underpin.bridge;

import java.util.concurrent.atomic.AtomicLong;

/** Tells of something that may happen very often: the 1st, 10th, 100th ... time. Thread-safe. */
final class Tally {
    private final Notices notices;
    private final AtomicLong count = new AtomicLong();

    Tally(Notices notices) {
        this.notices = notices;
    }

    void add(String sentence) {
        long number = count.incrementAndGet();
        if (isPowerOfTen(number)) {
            notices.tell(number == 1 ? sentence : "%s (no. %d of its kind)".formatted(sentence, number));
        }
    }

    private static boolean isPowerOfTen(long number) {
        long rest = number;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1;
    }
}

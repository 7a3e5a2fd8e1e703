package dev.underpin.can.log;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The SYSTEMTIME of BLF headers: eight numbers of 16 bits, year, month, day of the week from Sunday 0, day, hour, minute, second,
 * millisecond. The format knows no time zone; here it is UTC. All zeros stand for no civil time.
 */
final class SystemTime {
    static final int SIZE = 16;

    private SystemTime() {}

    static void put(ByteBuffer target, long atNanos) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochSecond(0, atNanos), ZoneOffset.UTC);
        int[] fields = {
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfWeek().getValue() % 7,
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond(),
            time.getNano() / 1_000_000
        };
        for (int field : fields) {
            target.putShort((short) field);
        }
    }

    /** Nanoseconds since 1970; 0 without a civil time. */
    static long get(Place place, ByteBuffer source) {
        int[] fields = new int[SIZE / Short.BYTES];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = source.getShort() & 0xffff;
        }
        if (fields[0] == 0) {
            return 0;
        }
        try {
            LocalDateTime second = LocalDateTime.of(fields[0], fields[1], fields[3], fields[4], fields[5], fields[6]);
            return Moments.plus(place, Moments.of(second), fields[7] * 1_000_000L);
        } catch (DateTimeException | ArithmeticException impossible) {
            throw place.wrong("a date and time", Arrays.toString(fields));
        }
    }
}

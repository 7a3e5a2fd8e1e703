package dev.underpin.time;

import org.jspecify.annotations.Nullable;

/**
 * Alarms of the next 268 ms in slots of 66 µs each, in order within a slot: adding, removing and finding the first take constant time,
 * where a heap would sort. An alarm too far away, or one that would have to pass many others of its slot, is refused.
 */
final class AlarmWheel {
    private static final int SLOT_BITS = 16;
    private static final int SLOTS = 1 << 12;
    /** As many as a word has bits. */
    private static final int WORDS = SLOTS / Long.SIZE;

    private static final int MOST_PASSED = 32;

    /** The first alarm of each slot; each knows the one that comes later. */
    private final @Nullable QueuedAlarm[] slots = new @Nullable QueuedAlarm[SLOTS];
    /** A bit for each slot that is not empty. */
    private final long[] occupied = new long[WORDS];
    /** A bit for each word of {@link #occupied} that is not 0. */
    private long occupiedWords;

    /** Adds an alarm that was armed after all others; false when it has to wait elsewhere. */
    boolean add(QueuedAlarm alarm, long now) {
        long time = alarm.time;
        if ((time >>> SLOT_BITS) - (now >>> SLOT_BITS) >= SLOTS) {
            return false;
        }
        int slot = slotOf(time);
        QueuedAlarm later = slots[slot];
        if (later == null) {
            slots[slot] = alarm;
            occupied[slot >>> 6] |= 1L << slot;
            occupiedWords |= 1L << (slot >>> 6);
        } else if (time < later.time) {
            slots[slot] = alarm;
            alarm.later = later;
        } else if (!insertBehind(later, alarm)) {
            return false;
        }
        alarm.place = QueuedAlarm.ON_WHEEL;
        return true;
    }

    private static boolean insertBehind(QueuedAlarm first, QueuedAlarm alarm) {
        QueuedAlarm earlier = first;
        for (int passed = 1; passed < MOST_PASSED; passed++) {
            QueuedAlarm later = earlier.later;
            if (later == null || alarm.time < later.time) {
                alarm.later = later;
                earlier.later = alarm;
                return true;
            }
            earlier = later;
        }
        return false;
    }

    void remove(QueuedAlarm alarm) {
        int slot = slotOf(alarm.time);
        QueuedAlarm first = slots[slot];
        if (first == alarm) {
            QueuedAlarm later = alarm.later;
            slots[slot] = later;
            if (later == null) {
                vacate(slot);
            } else {
                alarm.later = null;
            }
        } else {
            QueuedAlarm earlier = first;
            while (earlier != null && earlier.later != alarm) {
                earlier = earlier.later;
            }
            if (earlier != null) {
                earlier.later = alarm.later;
            }
            alarm.later = null;
        }
        alarm.place = QueuedAlarm.NOT_QUEUED;
    }

    private void vacate(int slot) {
        long left = occupied[slot >>> 6] & ~(1L << slot);
        occupied[slot >>> 6] = left;
        if (left == 0) {
            occupiedWords &= ~(1L << (slot >>> 6));
        }
    }

    /** The alarm that goes off first; null when there is none. */
    @Nullable
    QueuedAlarm first(long now) {
        int start = slotOf(now);
        int word = start >>> 6;
        long bits = occupied[word] & (-1L << start);
        if (bits == 0) {
            if (occupiedWords == 0) {
                return null;
            }
            long fromNext = Long.rotateRight(occupiedWords, word + 1);
            word = (word + 1 + Long.numberOfTrailingZeros(fromNext)) & (WORDS - 1);
            bits = occupied[word];
        }
        return slots[word << 6 | Long.numberOfTrailingZeros(bits)];
    }

    private static int slotOf(long time) {
        return (int) (time >>> SLOT_BITS) & (SLOTS - 1);
    }
}

package dev.underpin.time;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Alarms of any time: a binary heap that knows where each alarm stands, so that one is removed in O(log n). */
final class AlarmHeap {
    private QueuedAlarm[] alarms = new QueuedAlarm[64];
    private int size;

    void add(QueuedAlarm alarm) {
        if (size == alarms.length) {
            alarms = Arrays.copyOf(alarms, 2 * size);
        }
        siftUp(size++, alarm);
    }

    /** The alarm that goes off first; null when there is none. */
    @Nullable
    QueuedAlarm first() {
        return size == 0 ? null : alarms[0];
    }

    void remove(QueuedAlarm alarm) {
        int index = alarm.place;
        alarm.place = QueuedAlarm.NOT_QUEUED;
        QueuedAlarm last = alarms[--size];
        alarms[size] = null;
        if (index == size) {
            return;
        }
        if (index > 0 && last.before(alarms[(index - 1) >>> 1])) {
            siftUp(index, last);
        } else {
            siftDown(index, last);
        }
    }

    private void siftUp(int from, QueuedAlarm alarm) {
        int index = from;
        while (index > 0 && alarm.before(alarms[(index - 1) >>> 1])) {
            place(index, alarms[(index - 1) >>> 1]);
            index = (index - 1) >>> 1;
        }
        place(index, alarm);
    }

    private void siftDown(int from, QueuedAlarm alarm) {
        int index = from;
        for (int child = 2 * index + 1; child < size; child = 2 * index + 1) {
            int sooner = child + 1 < size && alarms[child + 1].before(alarms[child]) ? child + 1 : child;
            if (alarm.before(alarms[sooner])) {
                break;
            }
            place(index, alarms[sooner]);
            index = sooner;
        }
        place(index, alarm);
    }

    private void place(int index, QueuedAlarm alarm) {
        alarms[index] = alarm;
        alarm.place = index;
    }
}

package dev.underpin.uds.client;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.Sid;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Sends {@code 3E 80} whenever nothing else was exchanged for the period of tester present (S3 client, ISO 14229-2). */
final class KeepAlive {
    private static final byte[] TESTER_PRESENT = {Sid.TESTER_PRESENT, (byte) Sid.SUPPRESS};

    private final Scheduler scheduler;
    private final BooleanSupplier idle;
    private final LongSupplier lastActivity;
    private final Consumer<byte[]> send;
    private final long period;
    private final Alarm alarm;

    KeepAlive(
            Scheduler scheduler, long period, BooleanSupplier idle, LongSupplier lastActivity, Consumer<byte[]> send) {
        this.scheduler = scheduler;
        this.period = period;
        this.idle = idle;
        this.lastActivity = lastActivity;
        this.send = send;
        alarm = scheduler.alarm(this::due);
    }

    void on(boolean wanted) {
        if (!wanted) {
            alarm.cancel();
        } else if (!alarm.armed()) {
            alarm.in(period);
        }
    }

    private void due() {
        long quietSince = lastActivity.getAsLong();
        if (!idle.getAsBoolean()) {
            alarm.in(period);
        } else if (scheduler.now() - quietSince < period) {
            alarm.at(quietSince + period);
        } else {
            send.accept(TESTER_PRESENT);
            alarm.in(period);
        }
    }
}

package dev.underpin.uds.client;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.Sid;

/** Sends {@code 3E 80} whenever nothing else was exchanged for the period of tester present (S3 client, ISO 14229-2). */
final class KeepAlive {
    private static final byte[] TESTER_PRESENT = {Sid.TESTER_PRESENT, (byte) Sid.SUPPRESS};

    private final Scheduler scheduler;
    private final Exchanges exchanges;
    private final long period;
    private final Alarm alarm;

    KeepAlive(Scheduler scheduler, Exchanges exchanges, long period) {
        this.scheduler = scheduler;
        this.exchanges = exchanges;
        this.period = period;
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
        long quietSince = exchanges.lastActivity();
        if (!exchanges.idle()) {
            alarm.in(period);
        } else if (scheduler.now() - quietSince < period) {
            alarm.at(quietSince + period);
        } else {
            exchanges.add(new Exchange(TESTER_PRESENT, 0));
            alarm.in(period);
        }
    }
}

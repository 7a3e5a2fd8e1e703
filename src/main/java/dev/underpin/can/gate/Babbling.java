package dev.underpin.can.gate;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanPort;
import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;

/** A {@link BabblingIdiot} on a bus. It is one more node there, without supply while it is silent. Threading as {@link CanPort}. */
public final class Babbling {
    private final BabblingIdiot what;
    private final CanPort port;
    private final Alarm next;

    /** Attaches the node, which is silent until {@link #start}. */
    public Babbling(Scheduler scheduler, CanBus bus, BabblingIdiot what) {
        this.what = what;
        this.port = bus.attach(BabblingIdiot.NODE);
        this.next = scheduler.alarm(this::say);
        port.power(false);
    }

    /** Babbles. */
    public void start() {
        port.power(true);
        next.in(0);
    }

    /** Falls silent. */
    public void stop() {
        next.cancel();
        port.power(false);
    }

    private void say() {
        port.send(what.frame(), () -> next.in(what.gap()));
    }
}

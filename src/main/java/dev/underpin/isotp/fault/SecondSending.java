package dev.underpin.isotp.fault;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.time.Scheduler;

/** A {@link SecondSender} on a bus (ISO 15765-2:2016, 9.8.3): one more node there. Threading as {@link CanPort}. */
public final class SecondSending {
    private final Scheduler scheduler;
    private final SecondSender what;
    private final CanPort port;
    private int seen;

    /** Attaches the node, which listens from now on. */
    public SecondSending(Scheduler scheduler, CanBus bus, SecondSender what) {
        this.scheduler = scheduler;
        this.what = what;
        this.port = bus.attach(SecondSender.NODE);
        port.listen(this::received);
    }

    /** Takes the node's supply. */
    public void stop() {
        port.power(false);
    }

    private void received(CanFrame frame) {
        if (what.after().match(frame)) {
            seen++;
            if (what.after().occurrence() == 0 || what.after().occurrence() == seen) {
                scheduler.after(what.delay(), () -> port.send(what.frame()));
            }
        }
    }
}

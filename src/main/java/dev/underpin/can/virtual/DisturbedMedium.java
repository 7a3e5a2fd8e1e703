package dev.underpin.can.virtual;

import dev.underpin.can.disturb.Disturbance;
import dev.underpin.can.disturb.Disturbances;
import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;

/** The disturbances of a bus: who is cut off by them, and when one of them next breaks the silence of an idle bus. */
final class DisturbedMedium {
    private final Scheduler scheduler;
    private final Disturbances disturbances;
    private final Alarm wake;

    /** @param acts runs when a disturbance acts on the idle bus */
    DisturbedMedium(Scheduler scheduler, Disturbances disturbances, Runnable acts) {
        this.scheduler = scheduler;
        this.disturbances = disturbances;
        this.wake = scheduler.alarm(acts);
    }

    Disturbances.Active add(Disturbance what, Node[] nodes) {
        Disturbances.Active active = disturbances.add(what);
        detach(nodes);
        return active;
    }

    void remove(Disturbances.Active active, Node[] nodes) {
        disturbances.remove(active);
        detach(nodes);
    }

    private void detach(Node[] nodes) {
        for (Node node : nodes) {
            node.detached(disturbances.detached(node.node()));
        }
    }

    /** The bus is idle. */
    void await(boolean anybodyListens) {
        long at = disturbances.wakeAt(scheduler.now());
        if (at == Long.MAX_VALUE || !anybodyListens) {
            wake.cancel();
        } else {
            wake.at(at);
        }
    }
}

package dev.underpin.vehicle.app;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import org.jspecify.annotations.Nullable;

/**
 * A restart of the ignition domain: opens and closes the relays, then waits until every unit gives life signs again. A unit that does
 * not come back is waited for one minute.
 */
final class Restart {
    private static final long LOOK = 200 * Nanos.MILLISECOND;
    private static final long LIMIT = Nanos.MINUTE;
    private static final long RELAYS_CLOSED = Nanos.SECOND;

    private final GatewayApplication gateway;
    private final EcuTable table;
    private @Nullable Runnable restarted;
    private @Nullable Alarm alarm;
    private long begunAt;

    Restart(GatewayApplication gateway, EcuTable table) {
        this.gateway = gateway;
        this.table = table;
    }

    boolean underWay() {
        return restarted != null;
    }

    void begin(Unit run, Runnable whenDone) {
        restarted = whenDone;
        begunAt = run.now();
        gateway.followHold();
        gateway.plant().power().cycle();
        alarm = run.context().scheduler().after(RELAYS_CLOSED, () -> look(run));
    }

    void abandon() {
        restarted = null;
        if (alarm != null) {
            alarm.cancel();
        }
    }

    private void look(Unit run) {
        boolean all = table.ecus().values().stream().allMatch(ecu -> back(run, ecu));
        if (all || run.now() - begunAt > LIMIT) {
            conclude();
        } else if (alarm != null) {
            alarm.in(LOOK);
        }
    }

    private void conclude() {
        Runnable told = restarted;
        abandon();
        gateway.followHold();
        if (told != null) {
            told.run();
        }
    }

    private boolean back(Unit run, EcuSpec ecu) {
        return switch (ecu.name()) {
            case "GW", "TCU" -> true;
            case "NAV" -> run.backbone().lastBeat("NAV") > begunAt + RELAYS_CLOSED;
            default -> run.inbox().heardAt(ecu.name() + "_Alive") > begunAt + RELAYS_CLOSED;
        };
    }
}

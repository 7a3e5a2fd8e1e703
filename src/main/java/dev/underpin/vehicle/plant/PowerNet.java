package dev.underpin.vehicle.plant;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.plant.Terminal.Feed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The 12 V distribution: relays that feed the ECUs while there is a reason to be awake. The infotainment relay opens one second
 * after the last reason, so that a touch it has taken is still carried out and off and on again truly restarts it; the drive relay
 * opens four seconds later.
 */
public final class PowerNet {
    /** How long the drive relay stays closed after the last reason to be awake, nanoseconds. */
    public static final long RUN_ON = 5 * Nanos.SECOND;

    /** How long the infotainment relay stays closed after the last reason to be awake, nanoseconds. */
    public static final long INFOTAINMENT_RUN_ON = Nanos.SECOND;

    private static final long CYCLE_OFF = Nanos.SECOND;
    private static final double QUIESCENT_AMPERES = 0.03;
    private static final double AMPERES_PER_ECU = 1.4;
    private static final double COMFORT_AMPERES = 8;

    private final Map<String, Terminal> terminals = new LinkedHashMap<>();
    private final Set<Wake> reasons = EnumSet.noneOf(Wake.class);
    private final List<Runnable> listeners = new ArrayList<>();
    private final Alarm runOn;
    private final Alarm infotainmentRunOn;
    private final Alarm cycleEnd;
    private boolean comfort;
    private boolean closed;

    PowerNet(Scheduler scheduler, double volts) {
        runOn = scheduler.alarm(() -> close(false));
        infotainmentRunOn = scheduler.alarm(() -> relays(Feed.INFOTAINMENT, false));
        cycleEnd = scheduler.alarm(() -> close(true));
        for (String ecu : List.of("GW", "TCU")) {
            terminals.put(ecu, new Terminal(ecu, Feed.PERMANENT, volts));
        }
        for (String ecu : List.of("VCU", "BMS", "INV", "OBC", "DCDC", "THM", "BRK", "IPC", "ADAS")) {
            terminals.put(ecu, new Terminal(ecu, Feed.DRIVE, volts));
        }
        for (String ecu : List.of("IVI", "NAV")) {
            terminals.put(ecu, new Terminal(ecu, Feed.INFOTAINMENT, volts));
        }
    }

    /** The terminals of an ECU. */
    public Terminal terminal(String ecu) {
        Terminal terminal = terminals.get(ecu);
        if (terminal == null) {
            throw new IllegalArgumentException("no ECU \"%s\" hangs on the supply".formatted(ecu));
        }
        return terminal;
    }

    /** All terminals. */
    public Collection<Terminal> terminals() {
        return List.copyOf(terminals.values());
    }

    /** Adds or takes away a reason to be awake. */
    public void wake(Wake reason, boolean on) {
        boolean changed = on ? reasons.add(reason) : reasons.remove(reason);
        if (changed) {
            follow();
        }
    }

    /** Whether that reason to be awake holds. */
    public boolean held(Wake reason) {
        return reasons.contains(reason);
    }

    /** Whether the drive relay is closed or about to close again. */
    public boolean awake() {
        return closed || cycleEnd.armed();
    }

    /** Opens every switched relay for one second and closes it again, if there is a reason to be awake. */
    public void cycle() {
        if (!reasons.isEmpty()) {
            cycleEnd.in(CYCLE_OFF);
            close(false);
        }
    }

    /** Switches the comfort loads: seat and screen heating, lights inside, sound. */
    public void comfort(boolean on) {
        comfort = on;
    }

    /** Adds who is told when the vehicle falls asleep or wakes; see {@link #awake()}. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Current of all loads, amperes. */
    double loadAmperes() {
        long fed = terminals.values().stream().filter(Terminal::closed).count();
        return closed ? AMPERES_PER_ECU * fed + (comfort ? COMFORT_AMPERES : 0) : QUIESCENT_AMPERES;
    }

    void net(double volts) {
        terminals.values().forEach(terminal -> terminal.net(volts));
    }

    private void follow() {
        if (reasons.isEmpty()) {
            cycleEnd.cancel();
            infotainmentRunOn.in(INFOTAINMENT_RUN_ON);
            runOn.in(RUN_ON);
        } else if (!cycleEnd.armed()) {
            runOn.cancel();
            infotainmentRunOn.cancel();
            close(true);
        }
    }

    private void close(boolean on) {
        boolean changed = closed != on;
        closed = on;
        relays(Feed.DRIVE, on);
        relays(Feed.INFOTAINMENT, on);
        if (changed) {
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    private void relays(Feed feed, boolean on) {
        terminals.values().stream().filter(terminal -> terminal.feed() == feed).forEach(terminal -> terminal.relay(on));
    }
}

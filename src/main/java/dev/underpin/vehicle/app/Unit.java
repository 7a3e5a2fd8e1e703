package dev.underpin.vehicle.app;

import dev.underpin.can.CanPort;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.ecu.EcuContext;
import dev.underpin.vehicle.ecu.memory.Monitor;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.plant.Gear;
import dev.underpin.vehicle.plant.Plant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One run of a control unit's application, from reset to reset: its signals, its control loop every 100 ms, its monitors every
 * 500 ms.
 */
final class Unit {
    private static final long TICK = 50 * Nanos.MILLISECOND;
    private static final int CONTROL_TICKS = 2;
    private static final int MONITOR_TICKS = 10;
    private static final long DEAF_AFTER = 2 * Nanos.SECOND;
    private static final double MOVING = 0.5;
    private static final double LOW_VOLTS = 11;
    private static final double LARGEST_DROP = 1;
    private static final String CYCLE = "ignition-cycle";

    private final EcuContext context;
    private final Scheduler scheduler;
    private final Wiring wiring;
    private final EcuSpec spec;
    private final Inbox inbox;
    private final Outbox outbox;
    private final VehicleMode mode;
    private final LampRequests lamps;
    private final BusLoad busLoad;
    private final List<Runnable> controls = new ArrayList<>();
    private final List<Runnable> monitors = new ArrayList<>();
    private final List<Partner> partners = new ArrayList<>();
    private final Alarm alarm;
    private LifeSign sign = LifeSign.STARTING;
    private int signs;
    private long ticks;
    private int knownCycle;
    private boolean muted;
    private boolean programming;

    Unit(EcuContext context, Wiring wiring) {
        this.context = context;
        scheduler = context.scheduler();
        this.wiring = wiring;
        spec = wiring.table().ecu(context.ecu());
        inbox = new Inbox(wiring.signals());
        List<CanPort> ports = spec.buses().stream().map(context::port).toList();
        outbox = new Outbox(wiring.signals(), ports, TICK);
        mode = new VehicleMode(hearsGateway() ? VehicleMode.Told.in(inbox) : wiring.backbone()::mode);
        lamps = new LampRequests(context, spec);
        busLoad = new BusLoad(inbox);
        knownCycle = (int) context.storage().number(CYCLE, 0);
        alarm = scheduler.alarm(this::tick);
        ports.forEach(port -> port.listen(frame -> inbox.received(frame, now())));
        if (onBus()) {
            outbox.cyclic(spec.name() + "_Alive", this::fillAlive);
        }
        if (hearsGateway()) {
            watch("P0562-16", () -> fresh("GW_LowVoltage", DEAF_AFTER), this::badlySupplied);
        }
    }

    EcuContext context() {
        return context;
    }

    Plant plant() {
        return wiring.plant();
    }

    Backbone backbone() {
        return wiring.backbone();
    }

    Inbox inbox() {
        return inbox;
    }

    Outbox outbox() {
        return outbox;
    }

    VehicleMode mode() {
        return mode;
    }

    LampRequests lamps() {
        return lamps;
    }

    BusLoad busLoad() {
        return busLoad;
    }

    long now() {
        return scheduler.now();
    }

    /** Speed as the brakes tell it, km/h; the brakes themselves measure it. */
    double speed() {
        return spec.name().equals("BRK") ? plant().motion().speed() : inbox.value("BRK_Speed.Speed", 0);
    }

    boolean moving() {
        return speed() > MOVING;
    }

    /** Whether P is engaged as the drive control tells it; the drive control itself knows. */
    boolean inPark() {
        if (spec.name().equals("VCU")) {
            return plant().motion().gear() == Gear.P;
        }
        return inbox.label("VCU_DriveState.Gear", "P").equals("P");
    }

    /** Whether {@code message} was heard within the last {@code nanos}. */
    boolean fresh(String message, long nanos) {
        long heard = inbox.heardAt(message);
        return heard != Inbox.NEVER && now() - heard <= nanos;
    }

    void sends(String message, Consumer<Frame> fill) {
        outbox.cyclic(message, fill);
    }

    void control(Runnable action) {
        controls.add(action);
    }

    /** Watches for a fault; looks only while {@code enabled}. */
    Monitor watch(String dtc, BooleanSupplier enabled, BooleanSupplier faulty) {
        Monitor monitor = context.monitor(dtc);
        monitors.add(() -> {
            if (enabled.getAsBoolean()) {
                monitor.look(faulty.getAsBoolean());
            }
        });
        return monitor;
    }

    /** Watches the life signs of another unit on the buses. */
    Monitor partner(String unit, String dtc) {
        return partner(Partner.frame(inbox, unit), dtc, unit);
    }

    Monitor partner(Partner.Source source, String dtc, String unit) {
        Monitor monitor = context.monitor(dtc);
        long startUp = wiring.table().ecu(unit).bootMillis() * 2L * Nanos.MILLISECOND;
        partners.add(new Partner(source, monitor, startUp));
        return monitor;
    }

    /** Sends one alive frame with {@code announcement}; the next cyclic one tells the usual again. */
    void announce(LifeSign announcement) {
        LifeSign usual = sign;
        sign = announcement;
        outbox.now(spec.name() + "_Alive");
        sign = usual;
    }

    /** Whether this unit is in a programming session; tells the others. */
    boolean programming() {
        return programming;
    }

    void programming(boolean on) {
        programming = on;
        announce(on ? LifeSign.PROGRAMMING : LifeSign.RUNNING);
    }

    /** Begins or goes on, unless muted. */
    void run() {
        if (!muted) {
            alarm.in(TICK);
        }
    }

    /** Stops everything for the rest of this run, as an application does that hangs. */
    void mute() {
        muted = true;
        pause();
    }

    void pause() {
        alarm.cancel();
    }

    private void tick() {
        alarm.in(TICK);
        if (ticks % CONTROL_TICKS == 0) {
            control();
        }
        if (ticks % MONITOR_TICKS == MONITOR_TICKS - 1) {
            look();
        }
        if (!mode.mayFallAsleep(now())) {
            outbox.tick();
        }
        ticks++;
    }

    private void control() {
        mode.look(now(), context.volts());
        followIgnitionCycle();
        controls.forEach(Runnable::run);
        sign = programming ? LifeSign.PROGRAMMING : LifeSign.RUNNING;
    }

    private void followIgnitionCycle() {
        int cycle = mode.ignitionCycle();
        if (cycle != 0 && cycle != knownCycle) {
            knownCycle = cycle;
            context.storage().put(CYCLE, Integer.toString(cycle));
            context.operationCycle();
        }
    }

    private void look() {
        busLoad.look(now());
        judge();
        if (lamps.look()) {
            outbox.now(spec.name() + "_Alive");
        }
    }

    private void judge() {
        if (!mode.monitoring(now())) {
            return;
        }
        monitors.forEach(Runnable::run);
        Monitor deaf = context.monitor("U0073-88");
        if (onBus() && now() - inbox.heardAnythingAt() > DEAF_AFTER) {
            deaf.failed();
        } else {
            deaf.passed();
            partners.forEach(partner -> partner.look(now(), mode.monitoringSince(), moving()));
        }
    }

    private boolean badlySupplied() {
        return context.volts() < LOW_VOLTS && context.volts() < inbox.value("GW_LowVoltage.Voltage", 0) - LARGEST_DROP;
    }

    private boolean onBus() {
        return !spec.buses().isEmpty();
    }

    private boolean hearsGateway() {
        return onBus() && !spec.name().equals("GW");
    }

    private void fillAlive(Frame frame) {
        frame.set("Counter", signs++ & 0xff).set("State", sign);
        lamps.fill(frame);
    }
}

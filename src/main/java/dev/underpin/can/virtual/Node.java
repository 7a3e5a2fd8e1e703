package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerSettings;
import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import dev.underpin.can.bits.ControllerHost;
import dev.underpin.can.bits.ProtocolController;
import dev.underpin.can.bits.WireFrame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A node of a virtual bus: its controller, its transmit queue, its listeners and its supply. */
final class Node implements CanPort, ControllerHost {
    /** No frame to send: behind every arbitration field. */
    static final long NOTHING = Long.MAX_VALUE;

    private final VirtualBus bus;
    private final String name;
    private final ControllerSettings settings;
    private final PendingFrames pending;
    private final ProtocolController controller;
    private final Flight flight = new Flight();
    private final BitClock clock = new BitClock();
    private Listener[] listeners = {};
    private boolean powered = true;
    private boolean detached;
    private boolean resumes;
    private long offered = NOTHING;
    private int rank;

    Node(VirtualBus bus, String name, ControllerSettings settings) {
        this.bus = bus;
        this.name = name;
        this.settings = settings;
        this.pending = new PendingFrames(settings.order());
        this.controller = new ProtocolController(this, settings.listenOnly());
    }

    @Override
    public String node() {
        return name;
    }

    @Override
    public void send(CanFrame frame, Runnable confirmation) {
        bus.check(this, frame);
        if (powered) {
            pending.add(frame, confirmation, bus.now());
            bus.offers(this);
        }
    }

    @Override
    public boolean abort(CanFrame frame) {
        bus.unstarted(this);
        boolean removed = pending.remove(frame);
        bus.offers(this);
        return removed;
    }

    @Override
    public void listen(Listener listener) {
        listeners = Arrays.copyOf(listeners, listeners.length + 1);
        listeners[listeners.length - 1] = listener;
        bus.listenersChanged();
    }

    Listener[] listeners() {
        return listeners;
    }

    @Override
    public void power(boolean on) {
        if (on == powered) {
            return;
        }
        bus.playFromHere();
        powered = on;
        if (on) {
            controller.powerOn();
        } else {
            controller.powerOff();
            pending.clear();
        }
        bus.membershipChanged();
    }

    @Override
    public ControllerState state() {
        return controller.state();
    }

    @Override
    public void recover() {
        if (controller.state() == ControllerState.BUS_OFF) {
            bus.playFromHere();
            controller.recover();
        }
    }

    ProtocolController controller() {
        return controller;
    }

    Flight flight() {
        return flight;
    }

    PendingFrames pending() {
        return pending;
    }

    BitClock clock() {
        return clock;
    }

    /** Takes back a frame whose start-of-frame bit has just begun, for the sake of a more urgent one. */
    void reconsider() {
        if (controller.starting() && offered < flight.field()) {
            controller.recall();
            flight.backInto(pending);
            bus.took(this);
        }
    }

    /** The frame in flight is what it sends next: it is on the wire already. */
    void resume() {
        resumes = true;
    }

    boolean powered() {
        return powered;
    }

    /** Whether its stub line is broken. */
    boolean detached() {
        return detached;
    }

    void detached(boolean broken) {
        detached = broken;
    }

    /** Whether it reads the bus and acknowledges what it reads. */
    boolean acknowledges() {
        return !controller.absent() && !settings.listenOnly() && !detached;
    }

    /** Whether it reads the bus. */
    boolean hears() {
        return !controller.absent() && !detached;
    }

    /**
     * Works out the arbitration field that it would send next.
     *
     * <p>An error-passive node that nobody can acknowledge repeats its frame without end and without effect: that is not played.
     */
    void offer() {
        CanFrame first = pending.first();
        offered = first == null || kept() ? NOTHING : first.arbitrationField();
    }

    /** Whether it keeps what it has to send for now. */
    private boolean kept() {
        return settings.listenOnly() || controller.absent() || unheard();
    }

    private boolean unheard() {
        return controller.state() == ControllerState.ERROR_PASSIVE && bus.acknowledgersBut(this) == 0;
    }

    /** The arbitration field that it would send next, or {@link #NOTHING}. */
    long offered() {
        return offered;
    }

    /** Its place among the bus's contenders. */
    int rank() {
        return rank;
    }

    void ranked(int place) {
        rank = place;
    }

    @Override
    public @Nullable WireFrame next(boolean errorPassive) {
        if (resumes) {
            resumes = false;
            return WireFrame.of(flight.frame());
        }
        if (offered == NOTHING || bus.reserved(this)) {
            return null;
        }
        pending.takeFirst(flight);
        flight.start(bus.bitBegan());
        bus.took(this);
        CanFrame frame = flight.frame();
        return WireFrame.of(frame.fd() && errorPassive ? frame.withEsi(true) : frame);
    }

    @Override
    public void sent(WireFrame frame) {
        bus.sent(this);
    }

    @Override
    public void lostArbitration(WireFrame frame, int bit) {
        again();
    }

    @Override
    public void failed(WireFrame frame) {
        again();
    }

    private void again() {
        if (settings.oneShot()) {
            CanFrame dropped = flight.frame();
            flight.clear();
            for (Listener listener : listeners) {
                listener.dropped(dropped);
            }
        } else {
            flight.backInto(pending);
            bus.offers(this);
        }
    }

    @Override
    public void received(CanFrame frame, boolean acknowledged) {
        for (Listener listener : listeners) {
            listener.received(frame);
        }
    }

    @Override
    public void error(ErrorKind kind, FrameField field, boolean sender) {
        bus.error(this, kind, field, sender);
    }

    @Override
    public void overload() {}

    @Override
    public void state(ControllerState state) {
        if (state == ControllerState.BUS_OFF && settings.recoversItself()) {
            controller.recover();
        }
        bus.state(this, state);
        for (Listener listener : listeners) {
            listener.state(state);
        }
    }
}

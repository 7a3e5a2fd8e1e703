package dev.underpin.can.virtual;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerSettings;
import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FdNotSupported;
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

    /** Not among the bus's contenders. */
    static final int UNRANKED = -1;

    private static final Flight NONE = new Flight();

    private final VirtualBus bus;
    private final String name;
    private final ControllerSettings settings;
    private final PendingFrames pending;
    private final ProtocolController controller;
    private Flight flight = NONE;
    private final BitClock clock = new BitClock();
    private Listener[] listeners = {};
    private boolean powered = true;
    private boolean detached;
    private boolean resumes;
    private boolean mute;
    private long offered = NOTHING;
    private int rank = UNRANKED;
    private int firstSeat;
    private int lastSeat;

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
        if (frame.fd() && !bus.timing().fd()) {
            throw new FdNotSupported(bus.name(), name, frame);
        }
        if (!powered) {
            return;
        }
        long now = bus.now();
        if (bus.free(now) && !mute) {
            flight = pending.load(frame, confirmation, now);
            flight.start(now);
            bus.goes(this, flight);
        } else {
            pending.add(frame, confirmation, now);
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

    /** The frame on the wire. */
    Flight flight() {
        return flight;
    }

    /** Puts the frame that comes next on the wire. */
    Flight takeOff(long at) {
        flight = pending.takeFirst();
        flight.start(at);
        bus.took(this);
        return flight;
    }

    /** Takes the frame off the wire again, to its place in line. */
    void backOff() {
        pending.putBack(flight);
        flight = NONE;
    }

    /** The frame has gone out; {@link #release} it when nobody needs it any more. */
    Flight land() {
        Flight landed = flight;
        flight = NONE;
        return landed;
    }

    void release(Flight landed) {
        pending.release(landed);
    }

    /** The frame that comes next; null when there is none. */
    @Nullable
    CanFrame first() {
        Flight first = pending.first();
        return first == null ? null : first.frame();
    }

    BitClock clock() {
        return clock;
    }

    /** Takes back a frame whose start-of-frame bit has just begun, for the sake of a more urgent one. */
    void reconsider() {
        if (controller.starting() && offered < flight.field()) {
            controller.recall();
            backOff();
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

    /** Works out the arbitration field that it would send next. */
    void offer() {
        Flight first = pending.first();
        offered = first == null || mute ? NOTHING : first.field();
    }

    /**
     * Works out whether it keeps what it has to send for now.
     *
     * <p>An error-passive node that nobody can acknowledge repeats its frame without end and without effect: that is not played.
     */
    void consider() {
        mute = settings.listenOnly() || controller.absent() || unheard();
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

    /** Its listeners stand from {@code first} on, and before {@code end}, in the bus's audience. */
    void seated(int first, int end) {
        firstSeat = first;
        lastSeat = end;
    }

    int firstSeat() {
        return firstSeat;
    }

    int lastSeat() {
        return lastSeat;
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
        CanFrame frame = takeOff(bus.bitBegan()).frame();
        return WireFrame.of(frame.fd() && errorPassive ? frame.withEsi(true) : frame);
    }

    @Override
    public void sent(WireFrame frame) {
        bus.landings().sent(this);
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
            release(land());
            dropped(dropped);
        } else {
            backOff();
            bus.offers(this);
        }
    }

    /** A frame of its own will not be sent. */
    void dropped(CanFrame frame) {
        for (Listener listener : listeners) {
            listener.dropped(frame);
        }
    }

    @Override
    public void received(CanFrame frame, boolean acknowledged) {
        CanFrame arrived = bus.landings().played(frame);
        if (arrived != null) {
            for (Listener listener : listeners) {
                listener.received(arrived);
            }
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

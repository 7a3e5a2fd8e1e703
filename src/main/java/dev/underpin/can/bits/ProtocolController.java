package dev.underpin.can.bits;

import dev.underpin.can.ControllerState;
import dev.underpin.can.ErrorKind;
import dev.underpin.can.FrameField;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of one CAN controller, bit by bit (ISO 11898-1:2015, 10 and 12): sends and receives frames, acknowledges, finds errors,
 * signals them, and confines its own faults.
 *
 * <p>For each bit time call {@link #drive} at its beginning and {@link #sample} at its sample point. Levels are dominant 0, recessive 1.
 * Allocates only for received frames. Confined to one thread.
 */
public final class ProtocolController {
    private static final int DELIMITER = 8;
    private static final int INTERMISSION = 3;
    private static final int SUSPEND = 8;
    private static final int BUS_IDLE = 11;

    private final ControllerHost host;
    private final boolean listenOnly;
    private final ErrorCounters counters;
    private final FramePassage passage;
    private final ErrorSignal signal = new ErrorSignal();
    private final Recovery recovery = new Recovery();
    private Phase phase = Phase.OFF;
    private ControllerState told = ControllerState.ERROR_ACTIVE;
    private int count;
    private boolean wasSender;

    /** @param listenOnly sends nothing at all: its dominant bits are read by itself, but not put on the bus (bus monitoring, 10.14) */
    public ProtocolController(ControllerHost host, boolean listenOnly) {
        this.host = host;
        this.listenOnly = listenOnly;
        this.counters = new ErrorCounters(listenOnly);
        this.passage = new FramePassage(listenOnly);
    }

    /** Begins anew: counters at 0, waiting for 11 recessive bits before it takes part. */
    public void powerOn() {
        counters.reset();
        told = ControllerState.ERROR_ACTIVE;
        integrate();
    }

    /** Waits for 11 recessive bits before it takes part again. */
    public void integrate() {
        enter(Phase.INTEGRATING);
    }

    /** Falls silent and forgets everything. */
    public void powerOff() {
        passage.end();
        enter(Phase.OFF);
    }

    /** Follows the bus already; {@code bits} of the intermission are over, all three when the bus is idle. */
    public void follow(int bits) {
        wasSender = false;
        enter(bits >= INTERMISSION ? Phase.IDLE : Phase.INTERMISSION);
        count = bits;
    }

    public ControllerState state() {
        return told;
    }

    public int transmitErrors() {
        return counters.transmit();
    }

    public int receiveErrors() {
        return counters.receive();
    }

    /** Begins the way back from bus-off: 128 times 11 recessive bits (12.1.4.4). Does nothing in any other state. */
    public void recover() {
        recovery.begin();
    }

    /** Whether the controller waits for 11 recessive bits, or for 128 times as many. */
    public boolean integrating() {
        return phase == Phase.INTEGRATING || (phase == Phase.BUS_OFF && recovery.begun());
    }

    /** Whether it takes no part in the traffic: without power, or bus-off. */
    public boolean absent() {
        return phase == Phase.OFF || phase == Phase.BUS_OFF;
    }

    /** Whether nothing goes on that it takes part in. */
    public boolean idle() {
        return phase == Phase.IDLE || absent();
    }

    /** The frame that it sends now. */
    public @Nullable WireFrame sending() {
        return passage.sending();
    }

    /** The bit of {@link #sending} that is on the wire or comes next. */
    public int sendIndex() {
        return passage.index();
    }

    /** Whether the bit goes at the data bit rate. */
    public boolean fast() {
        return phase == Phase.FRAME && passage.fast();
    }

    /** Whether the start-of-frame bit of an own frame is on the wire. */
    public boolean starting() {
        return phase == Phase.FRAME && passage.sending() != null && passage.index() == 0;
    }

    /** Gives up an own frame that is {@link #starting}, as if it had not been begun. */
    public void recall() {
        passage.end();
        enter(Phase.IDLE);
    }

    /** Where it stands: the field of a frame, a flag, a delimiter. */
    public FrameField field() {
        return phase == Phase.FRAME ? passage.reader().field() : phase.field();
    }

    /** The place of the next bit in {@link #field}, from 0; -1 of a stuff bit. */
    public int place() {
        return phase == Phase.FRAME ? passage.place() : count;
    }

    /** The level that it puts on the bus for the bit that begins. */
    public int drive() {
        if (phase == Phase.IDLE && !listenOnly) {
            WireFrame frame = host.next(told == ControllerState.ERROR_PASSIVE);
            if (frame != null) {
                send(frame, false);
            }
        }
        return switch (phase) {
            case FRAME -> passage.drive();
            case ACTIVE_FLAG, OVERLOAD_FLAG -> listenOnly ? 1 : 0;
            default -> 1;
        };
    }

    /** Reads the bus. */
    public void sample(int level) {
        switch (phase) {
            case OFF -> {}
            case INTEGRATING -> integrate(level);
            case IDLE -> {
                if (level == 0) {
                    receive();
                }
            }
            case FRAME -> frame(level);
            case ACTIVE_FLAG, OVERLOAD_FLAG -> flag(signal.active(listenOnly ? 0 : level));
            case PASSIVE_FLAG -> flag(signal.passive(level));
            case TAIL -> tail(level);
            case DELIMITER -> delimiter(level);
            case INTERMISSION -> intermission(level);
            case SUSPEND -> suspend(level);
            case BUS_OFF -> offBus(level);
        }
    }

    private void enter(Phase next) {
        phase = next;
        count = 0;
    }

    private void send(WireFrame frame, boolean started) {
        wasSender = true;
        passage.send(frame, started);
        enter(Phase.FRAME);
    }

    private void receive() {
        wasSender = false;
        passage.receive();
        enter(Phase.FRAME);
    }

    private void integrate(int level) {
        count = level == 1 ? count + 1 : 0;
        if (count == BUS_IDLE) {
            enter(Phase.IDLE);
        }
    }

    private void frame(int level) {
        WireFrame own = passage.sending();
        int bit = passage.index();
        FramePassage.Event event = passage.sample(level);
        if (own != null && passage.sending() == null) {
            wasSender = false;
            host.lostArbitration(own, bit);
        }
        switch (event) {
            case BIT, LOST_ARBITRATION -> {}
            case VALID -> received();
            case END -> end(level);
            case ERROR -> fail(passage.error(), passage.counts());
        }
    }

    private void end(int level) {
        WireFrame sent = passage.sending();
        if (sent != null) {
            passage.end();
            counters.sent();
        }
        if (level == 0) {
            beginOverload();
        } else {
            enter(Phase.INTERMISSION);
        }
        tellState();
        if (sent != null) {
            host.sent(sent);
        } else if (passage.valid()) {
            host.received(passage.reader().frame(), passage.reader().acknowledged());
        }
    }

    private void beginOverload() {
        signal.overload(wasSender);
        enter(Phase.OVERLOAD_FLAG);
        host.overload();
    }

    private void fail(ErrorKind kind, boolean counts) {
        FrameField field = field();
        boolean passive = told == ControllerState.ERROR_PASSIVE;
        WireFrame failed = passage.sending();
        boolean sender = failed != null || (phase != Phase.FRAME && wasSender);
        boolean unheard = sender && passive && kind == ErrorKind.ACK;
        signal.error(sender, unheard);
        passage.end();
        if (counts && !unheard) {
            counters.detectsError(sender);
        }
        enter(passive ? Phase.PASSIVE_FLAG : Phase.ACTIVE_FLAG);
        host.error(kind, field, sender);
        if (failed != null) {
            host.failed(failed);
        }
        tellState();
    }

    private void flag(ErrorSignal.Outcome outcome) {
        if (outcome.over()) {
            enter(Phase.TAIL);
        }
        if (outcome.disturbed()) {
            counters.disturbed(wasSender);
            tellState();
        }
    }

    /** Behind the flag: until the others have ended theirs. */
    private void tail(int level) {
        if (level == 1) {
            enter(Phase.DELIMITER);
            count = 1;
        } else {
            flag(signal.behind());
        }
    }

    private void delimiter(int level) {
        if (level == 1) {
            if (++count == DELIMITER) {
                enter(Phase.INTERMISSION);
            }
        } else if (count == DELIMITER - 1) {
            beginOverload();
        } else {
            fail(ErrorKind.FORM, true);
        }
    }

    private void intermission(int level) {
        if (level == 0) {
            if (count < INTERMISSION - 1) {
                beginOverload();
            } else {
                begins();
            }
        } else if (++count == INTERMISSION) {
            enter(wasSender && told == ControllerState.ERROR_PASSIVE ? Phase.SUSPEND : Phase.IDLE);
        }
    }

    /** A dominant third bit of the intermission is a start of frame, also of this node's frame (10.4.6.2). */
    private void begins() {
        boolean suspended = wasSender && told == ControllerState.ERROR_PASSIVE;
        WireFrame frame = suspended || listenOnly ? null : host.next(told == ControllerState.ERROR_PASSIVE);
        if (frame == null) {
            receive();
        } else {
            send(frame, true);
        }
    }

    private void suspend(int level) {
        if (level == 0) {
            receive();
        } else if (++count == SUSPEND) {
            enter(Phase.IDLE);
        }
    }

    private void offBus(int level) {
        if (recovery.over(level)) {
            counters.reset();
            wasSender = false;
            enter(Phase.IDLE);
            tellState();
        }
    }

    /** A frame of another node went by without trouble, outside of {@link #sample}. */
    public void received() {
        counters.received();
        tellState();
    }

    /** An own frame went out without trouble, outside of {@link #sample}. */
    public void sent() {
        counters.sent();
        tellState();
    }

    private void tellState() {
        ControllerState now = counters.state();
        if (now == told) {
            return;
        }
        told = now;
        if (now == ControllerState.BUS_OFF) {
            passage.end();
            recovery.reset();
            enter(Phase.BUS_OFF);
        }
        host.state(now);
    }
}

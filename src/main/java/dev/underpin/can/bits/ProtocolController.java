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
    private static final int FLAG = 6;
    private static final int DELIMITER = 8;
    private static final int INTERMISSION = 3;
    private static final int SUSPEND = 8;
    private static final int TOLERATED = 8;
    private static final int BUS_IDLE = 11;
    private static final int RECOVERY = 128;
    private static final int LAST_BUT_ONE = 5;

    private enum Phase {
        OFF,
        INTEGRATING,
        IDLE,
        FRAME,
        ACTIVE_FLAG,
        PASSIVE_FLAG,
        OVERLOAD_FLAG,
        TAIL,
        DELIMITER,
        INTERMISSION,
        SUSPEND,
        BUS_OFF
    }

    private final ControllerHost host;
    private final boolean listenOnly;
    private final ErrorCounters counters = new ErrorCounters();
    private final Deframer reader = new Deframer();
    private Phase phase = Phase.OFF;
    private ControllerState told = ControllerState.ERROR_ACTIVE;
    private int count;
    private int drove = 1;
    private @Nullable WireFrame sending;
    private int sendIndex;
    private boolean valid;
    private boolean wasSender;
    private boolean overload;
    private int flagLevel;
    private boolean unheard;
    private boolean dominantSeen;
    private boolean recovering;
    private int sequences;

    /** @param listenOnly sends nothing at all, not even an acknowledgement (bus monitoring, 10.14) */
    public ProtocolController(ControllerHost host, boolean listenOnly) {
        this.host = host;
        this.listenOnly = listenOnly;
    }

    /** Begins anew: counters at 0, waiting for 11 recessive bits before it takes part. */
    public void powerOn() {
        counters.reset();
        told = ControllerState.ERROR_ACTIVE;
        enter(Phase.INTEGRATING);
    }

    /** Falls silent and forgets everything. */
    public void powerOff() {
        sending = null;
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
        if (phase == Phase.BUS_OFF && !recovering) {
            recovering = true;
            sequences = 0;
            count = 0;
        }
    }

    /** Whether the controller waits for 11 recessive bits, or for 128 times as many. */
    public boolean integrating() {
        return phase == Phase.INTEGRATING || (phase == Phase.BUS_OFF && recovering);
    }

    /** Whether it takes no part in the traffic: without power, or bus-off. */
    public boolean absent() {
        return phase == Phase.OFF || phase == Phase.BUS_OFF;
    }

    /** Whether nothing goes on that it takes part in. */
    public boolean idle() {
        return phase == Phase.IDLE || absent();
    }

    public boolean listensOnly() {
        return listenOnly;
    }

    /** The frame that it sends now. */
    public @Nullable WireFrame sending() {
        return sending;
    }

    /** The bit of {@link #sending} that is on the wire or comes next. */
    public int sendIndex() {
        return sendIndex;
    }

    /** Whether the bit goes at the data bit rate. */
    public boolean fast() {
        if (phase != Phase.FRAME) {
            return false;
        }
        WireFrame frame = sending;
        return frame == null ? reader.dataPhase() : sendIndex < frame.length() && frame.fast(sendIndex);
    }

    /** Where it stands: the field of a frame, a flag, a delimiter. */
    public FrameField field() {
        return switch (phase) {
            case FRAME -> reader.field();
            case ACTIVE_FLAG -> FrameField.ACTIVE_ERROR_FLAG;
            case PASSIVE_FLAG -> FrameField.PASSIVE_ERROR_FLAG;
            case OVERLOAD_FLAG -> FrameField.OVERLOAD_FLAG;
            case TAIL, DELIMITER -> FrameField.ERROR_DELIMITER;
            case INTERMISSION, SUSPEND -> FrameField.INTERMISSION;
            default -> FrameField.IDLE;
        };
    }

    /** The place of the next bit in {@link #field}, from 0; -1 of a stuff bit. */
    public int place() {
        if (phase == Phase.FRAME) {
            return reader.stuffBitDue() ? -1 : reader.index();
        }
        return count;
    }

    /** The level that it puts on the bus for the bit that begins. */
    public int drive() {
        if (phase == Phase.IDLE && !listenOnly) {
            WireFrame frame = host.next(told == ControllerState.ERROR_PASSIVE);
            if (frame != null) {
                send(frame, 0);
            }
        }
        drove = level();
        return drove;
    }

    private int level() {
        return switch (phase) {
            case FRAME -> {
                WireFrame frame = sending;
                yield frame == null ? acknowledgement() : frame.bit(sendIndex);
            }
            case ACTIVE_FLAG, OVERLOAD_FLAG -> 0;
            default -> 1;
        };
    }

    private int acknowledgement() {
        return reader.field() == FrameField.ACK && reader.genuine() && !listenOnly ? 0 : 1;
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
            case ACTIVE_FLAG, OVERLOAD_FLAG -> activeFlag(level);
            case PASSIVE_FLAG -> passiveFlag(level);
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

    private void send(WireFrame frame, int from) {
        sending = frame;
        sendIndex = from;
        wasSender = true;
        begin();
    }

    private void begin() {
        reader.begin();
        valid = false;
        enter(Phase.FRAME);
    }

    private void receive() {
        wasSender = false;
        begin();
        reader.feed(0);
    }

    private void integrate(int level) {
        count = level == 1 ? count + 1 : 0;
        if (count == BUS_IDLE) {
            enter(Phase.IDLE);
        }
    }

    private void frame(int level) {
        WireFrame frame = sending;
        FrameField field = reader.field();
        if (frame != null && level != drove && !yields(frame, field, level)) {
            return;
        }
        if (frame == null && drove == 0 && level == 1) {
            fail(ErrorKind.BIT, true);
            return;
        }
        if (sending != null && field == FrameField.ACK && level == 1) {
            fail(ErrorKind.ACK, true);
            return;
        }
        sendIndex++;
        read(field, level);
    }

    /** A sender reads another level than it sent: an acknowledgement, the loss of arbitration, or an error. */
    private boolean yields(WireFrame frame, FrameField field, int level) {
        boolean stuff = reader.stuffBitDue();
        if (field == FrameField.ACK && level == 0) {
            return true;
        }
        if (level == 0 && field.arbitrates()) {
            if (stuff) {
                fail(ErrorKind.STUFF, false);
                return false;
            }
            sending = null;
            wasSender = false;
            host.lostArbitration(frame, sendIndex);
            return true;
        }
        fail(field.delimits() ? ErrorKind.FORM : ErrorKind.BIT, true);
        return false;
    }

    private void read(FrameField field, int level) {
        boolean lastButOne = field == FrameField.EOF && reader.index() == LAST_BUT_ONE;
        switch (reader.feed(level)) {
            case STUFF_ERROR -> fail(ErrorKind.STUFF, true);
            case FORM_ERROR -> fail(ErrorKind.FORM, true);
            case END -> end(level);
            case BIT, STUFF_BIT -> {
                if (sending == null && field == FrameField.ACK_DELIMITER && !reader.genuine()) {
                    fail(ErrorKind.CRC, true);
                } else if (sending == null && lastButOne) {
                    valid = true;
                    if (!listenOnly) {
                        counters.received();
                    }
                }
            }
        }
    }

    private void end(int level) {
        WireFrame sent = sending;
        if (sent != null) {
            sending = null;
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
        } else if (valid) {
            host.received(reader.frame(), reader.acknowledged());
        }
    }

    private void beginOverload() {
        overload = true;
        enter(Phase.OVERLOAD_FLAG);
        host.overload();
    }

    private void fail(ErrorKind kind, boolean counts) {
        FrameField field = field();
        boolean passive = told == ControllerState.ERROR_PASSIVE;
        WireFrame failed = sending;
        boolean sender = failed != null || (phase != Phase.FRAME && wasSender);
        unheard = sender && passive && kind == ErrorKind.ACK;
        dominantSeen = false;
        sending = null;
        overload = false;
        if (counts && !listenOnly) {
            if (!sender) {
                counters.receiverDetectsError();
            } else if (!unheard) {
                counters.senderIsDisturbed();
            }
        }
        enter(passive || listenOnly ? Phase.PASSIVE_FLAG : Phase.ACTIVE_FLAG);
        flagLevel = -1;
        host.error(kind, field, sender);
        if (failed != null) {
            host.failed(failed);
        }
        tellState();
    }

    private void disturbed() {
        if (!listenOnly) {
            if (wasSender) {
                counters.senderIsDisturbed();
            } else {
                counters.receiverIsDisturbed();
            }
            tellState();
        }
    }

    private void activeFlag(int level) {
        if (level == 1) {
            disturbed();
        }
        if (phase != Phase.BUS_OFF && ++count == FLAG) {
            enter(Phase.TAIL);
        }
    }

    private void passiveFlag(int level) {
        dominantSeen |= level == 0;
        count = level == flagLevel ? count + 1 : 1;
        flagLevel = level;
        if (count == FLAG) {
            enter(Phase.TAIL);
            if (unheard && dominantSeen) {
                disturbed();
            }
        }
    }

    /** Behind the flag: until the others have ended theirs. */
    private void tail(int level) {
        if (level == 1) {
            enter(Phase.DELIMITER);
            count = 1;
            return;
        }
        count++;
        boolean primary = count == 1 && !wasSender && !overload;
        if (primary || count % TOLERATED == 0) {
            disturbed();
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
            send(frame, 1);
            reader.feed(0);
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
        if (!recovering) {
            return;
        }
        count = level == 1 ? count + 1 : 0;
        if (count == BUS_IDLE) {
            count = 0;
            if (++sequences == RECOVERY) {
                counters.reset();
                wasSender = false;
                enter(Phase.IDLE);
                tellState();
            }
        }
    }

    /** A frame of another node went by without trouble, outside of {@link #sample}. */
    public void received() {
        if (!listenOnly) {
            counters.received();
            tellState();
        }
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
            sending = null;
            recovering = false;
            enter(Phase.BUS_OFF);
        }
        host.state(now);
    }
}

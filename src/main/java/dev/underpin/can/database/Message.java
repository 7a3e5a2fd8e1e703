package dev.underpin.can.database;

import dev.underpin.can.CanFrame;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A frame of the database: its identifier and the signals in its data. Immutable. */
public final class Message {
    private final MessageHead head;
    private final String comment;
    private final long cycle;
    private final boolean fd;
    private final Map<String, Signal> signals;

    Message(MessageHead head, String comment, long cycle, boolean fd, Map<String, Signal> signals) {
        this.head = head;
        this.comment = comment;
        this.cycle = cycle;
        this.fd = fd;
        this.signals = Collections.unmodifiableMap(new LinkedHashMap<>(signals));
    }

    public String name() {
        return head.name();
    }

    public int id() {
        return head.id();
    }

    /** Whether the identifier has 29 bits. */
    public boolean extended() {
        return head.extended();
    }

    /** Bytes of data, 0..64. */
    public int length() {
        return head.length();
    }

    /** The node that sends it. */
    public String sender() {
        return head.sender();
    }

    /** Whether it goes out as a CAN FD frame: more than 8 bytes, or so marked by VFrameFormat. */
    public boolean fd() {
        return fd;
    }

    /** Nanoseconds between two sendings, from GenMsgCycleTime; 0 when it is not cyclic. */
    public long cycle() {
        return cycle;
    }

    /** What it means; may be empty. */
    public String comment() {
        return comment;
    }

    /** Its signals in the order of the file. */
    public Collection<Signal> signals() {
        return signals.values();
    }

    /**
     * The signal {@code name}.
     *
     * @throws UnknownName when it has none
     */
    public Signal signal(String name) {
        Signal signal = signals.get(name);
        if (signal == null) {
            throw new UnknownName("signal", name, "message " + name(), signals.keySet());
        }
        return signal;
    }

    /**
     * Data with the physical {@code values} by signal name; signals without one are raw 0.
     *
     * @throws UnknownName for a name that is no signal of this message
     * @throws SignalOutOfRange for a value that its signal cannot carry
     */
    public byte[] encode(Map<String, Double> values) {
        byte[] data = new byte[length()];
        values.forEach((name, value) -> signal(name).set(data, value));
        return data;
    }

    /** The physical values in {@code data}, in the order of the signals. */
    public Map<String, Double> decode(byte[] data) {
        Map<String, Double> values = new LinkedHashMap<>();
        signals.forEach((name, signal) -> values.put(name, signal.decode(data)));
        return values;
    }

    /** The frame that carries {@code data}; CAN FD frames switch to the data rate. */
    public CanFrame frame(byte[] data) {
        if (fd) {
            return CanFrame.fd(id(), extended(), true, data);
        }
        return extended() ? CanFrame.extended(id(), data) : CanFrame.classic(id(), data);
    }
}

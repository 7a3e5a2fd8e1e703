package dev.underpin.can.database;

import dev.underpin.can.CanFrame;
import dev.underpin.can.database.Multiplexing.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A frame of the database (BO_): its identifier and the signals in its data; in J1939 maybe several frames ({@link #segmented}). Immutable.
 *
 * @param id identifier of 29 bits if {@code extended}, else of 11
 * @param length bytes of data, 0..64, of a segmented message up to 1785
 * @param sender symbol of the node that sends it
 * @param transmitters symbols of all nodes that send it, where there are several (BO_TX_BU_)
 * @param signals in the order of the file
 * @param groups signals that belong together
 * @param attributes what BA_ says of it, by attribute name
 * @param comment what it means; may be empty
 * @param cycle nanoseconds between two sendings, from GenMsgCycleTime; 0 when it is not cyclic
 * @param fd whether it goes out as a CAN FD frame: more than 8 bytes, but for J1939's, or so marked by VFrameFormat
 * @param bitRateSwitch whether its CAN FD frame switches to the data rate, which it does unless CANFD_BRS says 0
 */
public record Message(
        String symbol,
        int id,
        boolean extended,
        int length,
        String sender,
        List<String> transmitters,
        NamedList<Signal> signals,
        List<SignalGroup> groups,
        Map<String, AttributeValue> attributes,
        String comment,
        long cycle,
        boolean fd,
        boolean bitRateSwitch)
        implements Named {

    public Message {
        transmitters = List.copyOf(transmitters);
        groups = List.copyOf(groups);
        attributes = Copies.of(attributes);
    }

    @Override
    public String name() {
        return LongNames.of(attributes, LongNames.MESSAGE, symbol);
    }

    /**
     * The signal {@code name}.
     *
     * @throws UnknownName when it has none
     */
    public Signal signal(String name) {
        return signals.named(name);
    }

    /**
     * Data with the physical {@code values} by signal name; see {@link #encodeValues}.
     *
     * @throws UnknownName for a name that is no signal of this message
     * @throws SignalOutOfRange for a value that its signal cannot carry
     * @throws SignalInactive for a multiplexed signal that the selectors' values exclude
     */
    public byte[] encode(Map<String, Double> values) {
        Map<String, SignalValue> physical = new LinkedHashMap<>();
        values.forEach((name, value) -> physical.put(name, new SignalValue.Physical(value)));
        return encodeValues(physical);
    }

    /**
     * Data with {@code values} by signal name; signals without one, selectors too, are raw 0.
     *
     * @throws UnknownName for a name that is no signal of this message, or a label that its table does not have
     * @throws SignalOutOfRange for a value that its signal cannot carry
     * @throws SignalInactive for a multiplexed signal that the selectors' values exclude
     */
    public byte[] encodeValues(Map<String, ? extends SignalValue> values) {
        Map<String, Long> raw = new HashMap<>();
        values.forEach((name, value) -> {
            Signal signal = signal(name);
            raw.put(signal.symbol(), signal.rawOf(value));
        });
        byte[] data = new byte[length];
        for (Signal signal : signals) {
            Long value = raw.get(signal.symbol());
            if (value != null) {
                requireActive(signal, raw);
                signal.setRaw(data, value);
            }
        }
        return data;
    }

    private void requireActive(Signal signal, Map<String, Long> raw) {
        Selection selection = signal.multiplexing().selection();
        while (selection != null) {
            long selected = raw.getOrDefault(selection.selector(), 0L);
            if (!selection.holds(selected)) {
                throw new SignalInactive(this, signal, selection, selected);
            }
            selection = signals.symbol(selection.selector()).multiplexing().selection();
        }
    }

    /** Whether {@code signal} of this message is there in {@code data}: always, unless it is multiplexed. Allocates nothing. */
    public boolean active(Signal signal, byte[] data) {
        Selection selection = signal.multiplexing().selection();
        while (selection != null) {
            Signal selector = signals.symbol(selection.selector());
            if (!selection.holds(selector.raw(data))) {
                return false;
            }
            selection = selector.multiplexing().selection();
        }
        return true;
    }

    /**
     * The physical values in {@code data} of the signals that are there, in the order of the signals.
     *
     * @throws DataTooShort when {@code data} has fewer bytes than the message
     */
    public Map<String, Double> decode(byte[] data) {
        Map<String, Double> values = new LinkedHashMap<>();
        readings(data).forEach(reading -> values.put(reading.signal().name(), reading.physical()));
        return values;
    }

    /**
     * What the signals that are there say in {@code data}, in the order of the signals.
     *
     * @throws DataTooShort when {@code data} has fewer bytes than the message
     */
    public List<Reading> readings(byte[] data) {
        if (data.length < length) {
            throw new DataTooShort(this, data.length);
        }
        List<Reading> readings = new ArrayList<>();
        for (Signal signal : signals) {
            if (active(signal, data)) {
                long raw = signal.raw(data);
                Optional<String> label = Optional.ofNullable(signal.labels().get(raw));
                readings.add(new Reading(signal, raw, signal.physical(raw), label));
            }
        }
        return readings;
    }

    /**
     * Whether it takes several frames (SAE J1939-21): more bytes than its kind of frame carries. Its data are then those of the whole
     * message, put together.
     */
    public boolean segmented() {
        return fd ? !FrameSizes.oneFrame(length) : length > 8;
    }

    /**
     * The frame that carries {@code data}.
     *
     * @throws IllegalStateException when it takes several frames
     */
    public CanFrame frame(byte[] data) {
        if (segmented()) {
            throw new IllegalStateException("message %s of %d bytes takes several frames".formatted(name(), length));
        }
        if (fd) {
            return CanFrame.fd(id, extended, bitRateSwitch, data);
        }
        return extended ? CanFrame.extended(id, data) : CanFrame.classic(id, data);
    }
}

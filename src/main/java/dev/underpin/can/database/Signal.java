package dev.underpin.can.database;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A number that lies in the data of a message: physical value = raw value * {@code factor} + {@code offset}. Immutable.
 *
 * @param name unique within its message
 * @param startBit bit 0 is the least significant bit of byte 0, bit 8 that of byte 1; see {@link ByteOrder} for which end it is
 * @param length bits, 1..64
 * @param byteOrder the order of its bits
 * @param signed whether the raw value is in two's complement
 * @param factor physical units per raw step, not 0
 * @param offset physical value of raw 0
 * @param minimum smallest physical value; with {@code maximum} equal to it, only the raw value's size limits
 * @param maximum largest physical value
 * @param unit unit of the physical value; may be empty
 * @param receivers nodes that use it
 * @param labels raw value to its name, from the value table; empty without one
 * @param comment what it means; may be empty
 */
public record Signal(
        String name,
        int startBit,
        int length,
        ByteOrder byteOrder,
        boolean signed,
        double factor,
        double offset,
        double minimum,
        double maximum,
        String unit,
        List<String> receivers,
        NavigableMap<Long, String> labels,
        String comment) {

    public Signal {
        receivers = List.copyOf(receivers);
        labels = Collections.unmodifiableNavigableMap(new TreeMap<>(labels));
    }

    /** The raw value in {@code data}, sign-extended if signed. */
    public long raw(byte[] data) {
        long bits = BitField.get(data, this);
        int unused = Long.SIZE - length;
        return signed ? bits << unused >> unused : bits;
    }

    /** Puts the low bits of {@code raw} into {@code data}; the other bits stay. */
    public void setRaw(byte[] data, long raw) {
        BitField.set(data, this, raw);
    }

    /** The physical value in {@code data}. */
    public double decode(byte[] data) {
        return raw(data) * factor + offset;
    }

    /**
     * Puts the nearest value to {@code physical} into {@code data}; the other bits stay.
     *
     * @throws SignalOutOfRange when the signal cannot carry it
     */
    public void set(byte[] data, double physical) {
        double steps = Math.rint((physical - offset) / factor);
        if (!(steps >= lowest() && steps <= highest())) {
            throw new SignalOutOfRange(this, physical);
        }
        setRaw(data, (long) steps);
    }

    /** The value nearest to {@code physical} that {@link #set} takes: what a sensor shows at its stop. */
    public double saturate(double physical) {
        double steps = Math.rint((physical - offset) / factor);
        return Math.clamp(steps, lowest(), highest()) * factor + offset;
    }

    /** The name that the value table gives to the value in {@code data}. */
    public Optional<String> label(byte[] data) {
        return Optional.ofNullable(labels.get(raw(data)));
    }

    /** The raw value that the value table calls {@code label}. */
    public OptionalLong rawOf(String label) {
        return labels.entrySet().stream()
                .filter(entry -> entry.getValue().equals(label))
                .mapToLong(java.util.Map.Entry::getKey)
                .findFirst();
    }

    private double lowest() {
        double least = signed ? -Math.scalb(1.0, length - 1) : 0;
        return limited()
                ? Math.max(least, Math.rint((factor > 0 ? minimum : maximum) / factor - offset / factor))
                : least;
    }

    private double highest() {
        double most = Math.scalb(1.0, signed ? length - 1 : length) - 1;
        return limited()
                ? Math.min(most, Math.rint((factor > 0 ? maximum : minimum) / factor - offset / factor))
                : most;
    }

    private boolean limited() {
        return minimum < maximum;
    }
}

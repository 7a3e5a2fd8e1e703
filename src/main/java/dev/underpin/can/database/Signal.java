package dev.underpin.can.database;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A number that lies in the data of a message (SG_). Immutable.
 *
 * <p>{@link #raw(byte[])} and {@link #decode} read a byte array and allocate nothing.
 *
 * @param symbol unique within its message
 * @param layout where its bits lie
 * @param signed whether a raw value of the format {@link NumberFormat#INTEGER} is in two's complement
 * @param format what its bits are
 * @param scaling what its number means
 * @param multiplexing when it is there
 * @param receivers symbols of the nodes that use it
 * @param labels raw value to its name (VAL_); empty without a table
 * @param attributes what BA_ says of it, by attribute name
 * @param comment what it means; may be empty
 */
public record Signal(
        String symbol,
        BitLayout layout,
        boolean signed,
        NumberFormat format,
        Scaling scaling,
        Multiplexing multiplexing,
        List<String> receivers,
        NavigableMap<Long, String> labels,
        Map<String, AttributeValue> attributes,
        String comment)
        implements Named {

    public Signal {
        receivers = List.copyOf(receivers);
        labels = Copies.of(labels);
        attributes = Copies.of(attributes);
    }

    @Override
    public String name() {
        return LongNames.of(attributes, LongNames.SIGNAL, symbol);
    }

    /** See {@link BitLayout#startBit()}. */
    public int startBit() {
        return layout.startBit();
    }

    /** Bits, 1..64. */
    public int length() {
        return layout.length();
    }

    /** The order of its bits. */
    public ByteOrder byteOrder() {
        return layout.byteOrder();
    }

    /** Unit of the physical value; may be empty. */
    public String unit() {
        return scaling.unit();
    }

    /** The smaller end of what {@link #set} takes, give or take half a step. */
    public double lowest() {
        return scaling.physical(scaling.factor() > 0 ? RawCodec.lowest(this) : RawCodec.highest(this));
    }

    /** The larger end of what {@link #set} takes, give or take half a step. */
    public double highest() {
        return scaling.physical(scaling.factor() > 0 ? RawCodec.highest(this) : RawCodec.lowest(this));
    }

    /** The raw value in {@code data}, sign-extended if signed; of a floating-point signal its bits. */
    public long raw(byte[] data) {
        long bits = layout.get(data);
        int unused = Long.SIZE - layout.length();
        return signed ? bits << unused >> unused : bits;
    }

    /** Puts the low bits of {@code raw} into {@code data}; the other bits stay. */
    public void setRaw(byte[] data, long raw) {
        layout.set(data, raw);
    }

    /** The physical value in {@code data}. */
    public double decode(byte[] data) {
        return physical(raw(data));
    }

    /** The physical value of {@code raw}. */
    public double physical(long raw) {
        return scaling.physical(RawCodec.number(this, raw));
    }

    /**
     * Puts the nearest value to {@code physical} into {@code data}; the other bits stay.
     *
     * @throws SignalOutOfRange when the signal cannot carry it
     */
    public void set(byte[] data, double physical) {
        setRaw(data, rawOf(physical));
    }

    /**
     * The raw value whose physical value is nearest to {@code physical}.
     *
     * @throws SignalOutOfRange when the signal cannot carry it
     */
    public long rawOf(double physical) {
        double number = RawCodec.rounded(this, scaling.number(physical));
        double nearest = Math.clamp(number, RawCodec.lowest(this), RawCodec.highest(this));
        if (number != nearest && !offByRounding(physical)) {
            throw new SignalOutOfRange(this, physical);
        }
        return RawCodec.raw(this, nearest);
    }

    /** Whether a value lies within the range and only the arithmetic with a large offset took its number out of it. */
    private boolean offByRounding(double physical) {
        return Double.isFinite(physical) && physical >= lowest() && physical <= highest();
    }

    /** The value nearest to {@code physical} that {@link #set} takes: what a sensor shows at its stop. */
    public double saturate(double physical) {
        return scaling.physical(nearest(physical));
    }

    /**
     * Puts the value nearest to {@code physical} that {@link #set} takes into {@code data}; the other bits stay.
     *
     * @throws SignalOutOfRange when it is no number
     */
    public void setNearest(byte[] data, double physical) {
        if (Double.isNaN(physical)) {
            throw new SignalOutOfRange(this, physical);
        }
        setRaw(data, RawCodec.raw(this, nearest(physical)));
    }

    private double nearest(double physical) {
        double number = RawCodec.rounded(this, scaling.number(physical));
        return Math.clamp(number, RawCodec.lowest(this), RawCodec.highest(this));
    }

    /** The name that the value table gives to the value in {@code data}. */
    public Optional<String> label(byte[] data) {
        return Optional.ofNullable(labels.get(raw(data)));
    }

    /** The raw value that the value table calls {@code label}. */
    public OptionalLong rawOf(String label) {
        for (Map.Entry<Long, String> entry : labels.entrySet()) {
            if (entry.getValue().equals(label)) {
                return OptionalLong.of(entry.getKey());
            }
        }
        return OptionalLong.empty();
    }

    /**
     * The raw value of {@code value}.
     *
     * @throws SignalOutOfRange when the signal cannot carry it
     * @throws UnknownName when the value table has no such label
     */
    public long rawOf(SignalValue value) {
        return switch (value) {
            case SignalValue.Physical(double physical) -> rawOf(physical);
            case SignalValue.Label(String label) ->
                rawOf(label).orElseThrow(() -> new UnknownName("label", label, "signal " + name(), labels.values()));
            case SignalValue.Raw(long raw) -> {
                if (!RawCodec.fits(this, raw)) {
                    throw new SignalOutOfRange(this, raw);
                }
                yield raw;
            }
        };
    }
}

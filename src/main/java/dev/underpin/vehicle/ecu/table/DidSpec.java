package dev.underpin.vehicle.ecu.table;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A data identifier of the table (ISO 14229-1:2020 annex C.1).
 *
 * @param did its 16-bit number
 * @param name its name, by which applications bind it and reports show it
 * @param type how one element lies on the wire
 * @param count elements: characters of a text, numbers of a row, else 1
 * @param scale value in {@code unit} per raw step
 * @param offset value in {@code unit} of raw 0
 * @param unit the unit, or empty
 * @param access what a tester may do
 * @param labels texts for raw numbers; empty when the number itself is the value
 * @param minimum the least value that may be written
 * @param maximum the greatest value that may be written
 * @param distance whether it counts the distance driven, in {@code unit}: then it never stands still while the vehicle drives
 */
public record DidSpec(
        int did,
        String name,
        DidType type,
        int count,
        double scale,
        double offset,
        String unit,
        Set<DidAccess> access,
        Map<Integer, String> labels,
        double minimum,
        double maximum,
        boolean distance) {

    /** Bytes on the wire. */
    public int length() {
        return type.width() * count;
    }

    /** Whether the value is text: ASCII, or a number with a value table. */
    public boolean isText() {
        return type == DidType.ASCII || !labels.isEmpty();
    }

    /** Whether the value is a row of numbers. */
    public boolean isRow() {
        return type.isNumeric() && count > 1;
    }

    /**
     * The bytes of {@code value}: a {@link Number}, a text, a {@code double[]} or a {@code byte[]}, as the type asks. Numbers beyond
     * the range of the type are sent as its nearest end.
     *
     * @throws IllegalArgumentException if the value is of another kind or a label is unknown
     */
    public byte[] encode(Object value) {
        return DidCodec.encode(this, value);
    }

    /**
     * What the {@link #length()} bytes from {@code offset} mean: Double, String, a list of Double, or bytes as hexadecimal text.
     */
    public Object decode(byte[] bytes, int offset) {
        return DidCodec.decode(this, bytes, offset);
    }

    /** As {@link #decode(byte[], int)}, from the first byte. */
    public Object decode(byte[] bytes) {
        return decode(bytes, 0);
    }

    /** The number in {@code bytes} in the table's unit, whether or not it has a label. */
    public double number(byte[] bytes) {
        return DidCodec.number(this, bytes);
    }

    /** Whether a tester may write {@code bytes}: the number is within the table's limits, and has a label if others have. */
    public boolean accepts(byte[] bytes) {
        double value = number(bytes);
        boolean labelled = labels.isEmpty() || labels.values().stream().anyMatch(decode(bytes)::equals);
        return labelled && value >= minimum && value <= maximum;
    }

    /** The name, number and unit, for messages. */
    @Override
    public String toString() {
        return "%s (0x%04X%s)".formatted(name, did, unit.isEmpty() ? "" : ", " + unit);
    }

    /** What {@link #decode} gives for a row. */
    static List<Double> row(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }
}

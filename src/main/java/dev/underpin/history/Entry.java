package dev.underpin.history;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One record of the history.
 *
 * @param index position among the records, from 0
 * @param at vehicle time in nanoseconds
 * @param kind what the record tells of; {@link Kind} lists the fields
 * @param source who observed it, such as the name of a recorder
 * @param fields name to value, in the order written; values are String, Long, Double or Boolean
 */
public record Entry(int index, long at, Kind kind, String source, Map<String, Object> fields) {
    public Entry {
        fields = FieldMap.of(fields);
    }

    /** The field as text; empty when absent. */
    public String text(String field) {
        Object value = fields.get(field);
        return value == null ? "" : value.toString();
    }

    /** The field as a number, if it is there and is one. */
    public Optional<Double> number(String field) {
        return fields.get(field) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    /** The field as the number that its up to 8 hexadecimal digits mean; 0 when absent. */
    public int hex(String field) {
        return HexFormat.fromHexDigits(text(field));
    }

    /** The field as a truth value; false when absent. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    /** Whether the field reads {@code value}. */
    public boolean is(String field, String value) {
        return text(field).equals(value);
    }

    /** The parts of a joined field, see {@link Kind#SCREEN}. */
    public List<String> parts(String field, String separator) {
        String joined = text(field);
        return joined.isEmpty() ? List.of() : List.of(joined.split(java.util.regex.Pattern.quote(separator)));
    }
}

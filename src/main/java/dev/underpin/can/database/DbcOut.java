package dev.underpin.can.database;

import java.util.Map;

/** The text of a DBC file as it grows. */
final class DbcOut {
    private final StringBuilder text = new StringBuilder();

    /** A line of {@code parts} with blanks between. */
    void line(Object... parts) {
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : " ").append(parts[i]);
        }
        text.append('\n');
    }

    /** A line of {@code parts} with blanks between, ended by a semicolon. */
    void statement(Object... parts) {
        line(parts);
        text.insert(text.length() - 1, ';');
    }

    static String quoted(String value) {
        if (value.endsWith("\\")) {
            throw new IllegalArgumentException("a DBC file cannot hold a text that ends with a backslash: " + value);
        }
        return '"' + value.replace("\"", "\\\"") + '"';
    }

    /** {@code value} without the .0 of a whole number, exact to the last bit. */
    static String number(double value) {
        String written = Double.toString(value);
        return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
    }

    static String value(AttributeValue value) {
        return switch (value) {
            case AttributeValue.Whole(long whole) -> Long.toString(whole);
            case AttributeValue.Real(double real) -> Double.toString(real);
            case AttributeValue.Text(String string) -> quoted(string);
            case AttributeValue.Choice(int index, String choice) -> Integer.toString(index);
        };
    }

    /** Values and their names, ended by a blank. */
    static String labels(Map<Long, String> labels, boolean unsigned) {
        StringBuilder written = new StringBuilder();
        labels.forEach((raw, label) -> written.append(unsigned ? Long.toUnsignedString(raw) : Long.toString(raw))
                .append(' ')
                .append(quoted(label))
                .append(' '));
        return written.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

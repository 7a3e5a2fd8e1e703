package dev.underpin.trace;

import dev.underpin.trace.Row.Sort;

/** Lines for people: columns, long data clipped. */
final class Columns implements Layout {
    private static final int DATA_SHOWN = 16;
    private static final int SECONDS = 12;
    private static final int BUS = 8;
    private static final int ID = 8;
    private static final int NAME = 22;
    private static final int FLAGS = 3;
    private static final int LENGTH = 4;
    private static final int DATA = 23;
    private static final String PLAIN = "\u001b[0m";

    private final boolean coloured;

    Columns(boolean coloured) {
        this.coloured = coloured;
    }

    @Override
    public String header() {
        StringBuilder line = new StringBuilder();
        right(line, "seconds", SECONDS);
        left(line, "bus", BUS);
        left(line, "id", ID);
        left(line, "name", NAME);
        left(line, "flg", FLAGS);
        right(line, "len", LENGTH);
        return line.append("  ").append("data").append('\n').toString();
    }

    @Override
    public void add(StringBuilder lines, Row row, long start) {
        String colour = coloured ? colour(row.sort()) : "";
        lines.append(colour);
        right(lines, Seconds.text(row.atNanos() - start, 6), SECONDS);
        left(lines, row.bus(), BUS);
        left(lines, row.id(), ID);
        left(lines, row.name(), NAME);
        left(lines, row.flags(), FLAGS);
        right(lines, Integer.toString(row.length()), LENGTH);
        lines.append("  ");
        if (row.meaning().isEmpty()) {
            lines.append(row.hex(DATA_SHOWN));
        } else {
            pad(lines, row.hex(row.sort() == Sort.FRAME ? DATA_SHOWN : beside(row.length())), DATA);
            lines.append("  ").append(row.meaning());
        }
        lines.append(colour.isEmpty() ? "\n" : PLAIN + "\n");
    }

    /** How many bytes of a message of {@code length} stand in the column beside its meaning. */
    private static int beside(int length) {
        return length <= 8 ? 8 : 6;
    }

    private static String colour(Sort sort) {
        return switch (sort) {
            case FRAME -> "";
            case MESSAGE -> "\u001b[36m";
            case REFUSAL -> "\u001b[33m";
            case ERROR -> "\u001b[31m";
        };
    }

    private static void right(StringBuilder line, String text, int width) {
        line.repeat(' ', Math.max(0, width - text.length())).append(text);
    }

    private static void left(StringBuilder line, String text, int width) {
        line.append("  ");
        pad(line, text, width);
    }

    private static void pad(StringBuilder line, String text, int width) {
        line.append(text).repeat(' ', Math.max(0, width - text.length()));
    }
}

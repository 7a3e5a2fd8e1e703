package dev.underpin.trace;

import java.util.HexFormat;

/** Lines for programs: every field whole, a tabulator between two. */
final class Tabs implements Layout {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Override
    public String header() {
        return "";
    }

    @Override
    public void add(StringBuilder lines, Row row, long start) {
        lines.append(Seconds.text(row.atNanos() - start, 9)).append('\t').append(row.bus());
        lines.append('\t').append(row.id()).append('\t').append(row.flags());
        lines.append('\t').append(row.length()).append('\t').append(HEX.formatHex(row.data()));
        lines.append('\t').append(row.name()).append('\t').append(row.meaning()).append('\n');
    }
}

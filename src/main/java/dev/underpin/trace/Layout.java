package dev.underpin.trace;

/** How the lines of a trace are laid out. */
public sealed interface Layout permits Columns, Tabs {
    /** Columns for people. */
    static Layout columns(boolean coloured) {
        return new Columns(coloured);
    }

    /**
     * Fields with a tabulator between, for programs: seconds from the start of the log with nine decimals, bus, identifier, flags,
     * length, all bytes in hexadecimal, name, meaning.
     */
    static Layout tabs() {
        return new Tabs();
    }

    /** Adds the line for {@code row}, with its end; times count from {@code start}. */
    void add(StringBuilder lines, Row row, long start);

    /** What stands above the lines; may be empty. */
    String header();
}

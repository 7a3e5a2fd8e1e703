package dev.underpin.can.database;

/** Raw values from {@code low} to {@code high}, both included. */
public record ValueRange(long low, long high) {
    boolean holds(long raw) {
        return raw >= low && raw <= high;
    }
}

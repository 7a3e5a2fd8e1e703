package dev.underpin.can.database;

/**
 * How a number in a frame becomes a physical value: number * {@code factor} + {@code offset}.
 *
 * @param factor physical units per step, not 0
 * @param offset physical value of number 0
 * @param minimum smallest physical value; with {@code maximum} equal to it, only the size of the number limits
 * @param maximum largest physical value
 * @param unit unit of the physical value; may be empty
 */
public record Scaling(double factor, double offset, double minimum, double maximum, String unit) {
    /** The number is the value: no unit, no limits. */
    public static final Scaling NONE = new Scaling(1, 0, 0, 0, "");

    boolean limited() {
        return minimum < maximum;
    }

    double physical(double number) {
        return number * factor + offset;
    }

    double number(double physical) {
        return (physical - offset) / factor;
    }
}

package dev.underpin.isotp.kernel;

import java.util.Locale;

/**
 * What became of one message.
 *
 * @param toKernel whether we sent it
 * @param result {@code ok}, or what was wrong
 * @param millis how long it took
 */
record Row(String talk, boolean toKernel, int length, String result, double millis) {
    static final String OK = "ok";

    static Row of(String line) {
        String[] fields = line.split(",", 5);
        return new Row(
                fields[0],
                fields[1].equals("to kernel"),
                Integer.parseInt(fields[2]),
                fields[4],
                Double.parseDouble(fields[3]));
    }

    String line() {
        return "%s,%s,%d,%s,%s"
                .formatted(talk, direction(), length, String.format(Locale.ROOT, "%.1f", millis), result);
    }

    String direction() {
        return toKernel ? "to kernel" : "from kernel";
    }
}

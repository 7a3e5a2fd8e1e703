package dev.underpin.rig;

import org.jspecify.annotations.Nullable;

/**
 * Where an instrument is reached: one of both.
 *
 * @param serial a serial port of this machine, or {@value #EMULATED}: an instrument that is played in this process
 * @param baud bits per second of the serial line; null means 9600
 * @param tcp host and port, such as {@code 192.0.2.7:5025}
 */
public record Connection(
        @Nullable String serial,
        @Nullable Integer baud,
        @Nullable String tcp) {
    /** The port of an instrument that is played in this process. */
    public static final String EMULATED = "emulated";

    private static final int USUAL_BAUD = 9_600;

    /** Bits per second of the serial line. */
    public int baudOrUsual() {
        return baud == null ? USUAL_BAUD : baud;
    }

    /** Whether it is played in this process. */
    public boolean emulated() {
        return EMULATED.equals(serial);
    }
}

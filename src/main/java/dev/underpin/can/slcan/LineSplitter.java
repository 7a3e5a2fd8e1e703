package dev.underpin.can.slcan;

import java.util.function.Consumer;

/** Cuts what an adapter sends, or is sent, into lines: each ends with CR, or is a single BEL. Longer ones than any frame are cut short. */
final class LineSplitter {
    /** What a refusal, the character BEL, is as a line. */
    static final String BELL = "\u0007";

    /** {@code B}, 8 identifier digits, length code, 128 data digits, 4 of time stamp: 142; a version text may be longer. */
    private static final int LONGEST = 256;

    private final StringBuilder line = new StringBuilder(LONGEST);
    private final Consumer<String> lines;

    LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    void add(byte[] some) {
        for (byte each : some) {
            if (each == '\r') {
                end();
            } else if (each == '\u0007') {
                if (!line.isEmpty()) {
                    end();
                }
                lines.accept(BELL);
            } else if (each != '\n' && line.length() < LONGEST) {
                line.append((char) (each & 0xff));
            }
        }
    }

    private void end() {
        String whole = line.toString();
        line.setLength(0);
        lines.accept(whole);
    }
}

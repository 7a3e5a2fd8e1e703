package dev.underpin.cli;

import java.io.PrintWriter;

/** An output that its reader may close before the end, as {@code head} does: then there is nothing more to say, and no mistake. */
final class Pipe {
    private static final int CHUNK = 1 << 15;

    private final PrintWriter out;
    private final StringBuilder waiting = new StringBuilder();

    Pipe(PrintWriter out) {
        this.out = out;
    }

    /** Where to add lines; they go out in {@link #open} and {@link #flush}. */
    StringBuilder lines() {
        return waiting;
    }

    /** Whether somebody still reads. */
    boolean open() {
        return waiting.length() < CHUNK || flush();
    }

    /** Gives out what waits; returns whether somebody still reads. */
    boolean flush() {
        out.print(waiting);
        waiting.setLength(0);
        return !out.checkError();
    }
}

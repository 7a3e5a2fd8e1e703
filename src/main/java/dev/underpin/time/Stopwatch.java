package dev.underpin.time;

/** Wall time passed since it was started: for progress and cost figures, never for anything that a run depends on. */
public final class Stopwatch {
    private final long started = System.nanoTime();

    private Stopwatch() {}

    public static Stopwatch start() {
        return new Stopwatch();
    }

    /** Seconds of wall time since the start. */
    public double seconds() {
        return Nanos.toSeconds(System.nanoTime() - started);
    }
}

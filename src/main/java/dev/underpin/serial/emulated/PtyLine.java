package dev.underpin.serial.emulated;

import dev.underpin.serial.ByteLine;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The device's end of a serial port that other programs open by its name: a pseudo-terminal, looked into ten thousand times a second of a run
 * by the wall clock.
 *
 * <p>Threading: the scheduler's thread. Closing it is what unplugging the device is to those programs.
 */
public final class PtyLine implements ByteLine {
    private static final long LOOK = 100 * Nanos.MICROSECOND;

    private final PseudoTerminal terminal = new PseudoTerminal();
    private final Alarm look;
    private final Queue<byte[]> unsent = new ArrayDeque<>();
    private @Nullable Listener listener;

    /**
     * Makes one.
     *
     * @throws dev.underpin.mistake.UserMistake when this machine has none
     */
    public PtyLine(Scheduler scheduler) {
        look = scheduler.alarm(this::look);
        look.in(LOOK);
    }

    private void look() {
        look.in(LOOK);
        for (byte[] piece = unsent.poll(); piece != null; piece = unsent.poll()) {
            int count = terminal.write(piece);
            if (count < piece.length) {
                unsent.add(Arrays.copyOfRange(piece, count, piece.length));
                break;
            }
        }
        byte[] some = terminal.read();
        if (some.length > 0 && listener != null) {
            listener.bytes(some);
        }
    }

    @Override
    public String name() {
        return terminal.name();
    }

    @Override
    public void write(byte[] bytes) {
        unsent.add(bytes);
    }

    @Override
    public void listen(Listener next) {
        listener = next;
    }

    @Override
    public void close() {
        look.cancel();
        terminal.close();
    }
}

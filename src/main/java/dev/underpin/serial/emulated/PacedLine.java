package dev.underpin.serial.emulated;

import dev.underpin.serial.ByteLine;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The device's end of a line as slow as a real one: each byte takes ten bits (start, eight, stop) each way, one after the other. It counts
 * what passes, so that the share of the line in use is known to the byte.
 *
 * <p>Threading: the scheduler's thread. Closing it closes the line below.
 */
public final class PacedLine implements ByteLine {
    private static final int BITS = 10;

    private final Scheduler scheduler;
    private final ByteLine below;
    private final long nanosOfByte;
    private final Way in;
    private final Way out;
    private @Nullable Listener listener;

    /**
     * Slows a line down.
     *
     * @param baud bits per second
     * @param delay nanoseconds for which each byte is on its way besides, each way, as USB adds them
     */
    public PacedLine(Scheduler scheduler, ByteLine below, int baud, long delay) {
        this.scheduler = scheduler;
        this.below = below;
        nanosOfByte = BITS * Nanos.SECOND / baud;
        in = new Way(delay, this::deliver);
        out = new Way(delay, below::write);
        below.listen(new Listener() {
            @Override
            public void bytes(byte[] some) {
                in.add(some);
            }

            @Override
            public void lost(String how) {
                if (listener != null) {
                    listener.lost(how);
                }
            }
        });
    }

    /** Bytes that the device was sent since the beginning. */
    public long received() {
        return in.passed;
    }

    /** Bytes that the device has sent since the beginning. */
    public long sent() {
        return out.passed;
    }

    /** Nanoseconds that so many bytes take the line one way, one after the other. */
    public long nanos(long bytes) {
        return bytes * nanosOfByte;
    }

    /** Bytes that wait to leave the device. */
    public int waiting() {
        return out.waiting;
    }

    private void deliver(byte[] some) {
        if (listener != null) {
            listener.bytes(some);
        }
    }

    @Override
    public String name() {
        return below.name();
    }

    @Override
    public void write(byte[] bytes) {
        out.add(bytes.clone());
    }

    @Override
    public void listen(Listener next) {
        listener = next;
    }

    @Override
    public void close() {
        in.stop();
        out.stop();
        below.close();
    }

    private interface Exit {
        void give(byte[] some);
    }

    /** One direction. */
    private final class Way {
        private final long delay;
        private final Exit exit;
        private final Queue<byte[]> pieces = new ArrayDeque<>();
        private final Queue<Byte> late = new ArrayDeque<>();
        private final Alarm next;
        private int at;
        private int waiting;
        private long passed;
        private boolean stopped;

        Way(long delay, Exit exit) {
            this.delay = delay;
            this.exit = exit;
            next = scheduler.alarm(this::pass);
        }

        void add(byte[] some) {
            if (some.length > 0 && !stopped) {
                pieces.add(some);
                waiting += some.length;
                if (!next.armed()) {
                    next.in(nanosOfByte);
                }
            }
        }

        private void pass() {
            byte[] piece = pieces.element();
            byte value = piece[at++];
            waiting--;
            passed++;
            if (at == piece.length) {
                pieces.remove();
                at = 0;
            }
            if (waiting > 0) {
                next.in(nanosOfByte);
            }
            if (delay == 0) {
                exit.give(new byte[] {value});
            } else {
                late.add(value);
                scheduler.after(delay, this::arrive);
            }
        }

        private void arrive() {
            Byte value = late.poll();
            if (value != null && !stopped) {
                exit.give(new byte[] {value});
            }
        }

        void stop() {
            stopped = true;
            next.cancel();
            pieces.clear();
            waiting = 0;
        }
    }
}

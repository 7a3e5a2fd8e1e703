package dev.underpin.serial.emulated;

import dev.underpin.serial.ByteLine;
import dev.underpin.time.Scheduler;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Both ends of a line inside this process. What one end writes the other hears at the same moment of vehicle time, in an event of its own.
 *
 * <p>Threading: the scheduler's thread.
 */
public final class LinePair {
    private final Scheduler scheduler;
    private final End host;
    private final End device;
    private boolean cut;

    /** A line named {@code name}. */
    public LinePair(Scheduler scheduler, String name) {
        this.scheduler = scheduler;
        host = new End(name);
        device = new End(name);
        host.other = device;
        device.other = host;
    }

    /** The end of those who use the device. */
    public ByteLine host() {
        return host;
    }

    /** The end of the device. */
    public ByteLine device() {
        return device;
    }

    private final class End implements ByteLine {
        private final String name;
        private final Queue<byte[]> early = new ArrayDeque<>();
        private @Nullable End other;
        private @Nullable Listener listener;

        End(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void write(byte[] bytes) {
            End heard = other;
            if (!cut && heard != null) {
                byte[] some = bytes.clone();
                scheduler.after(0, () -> heard.hear(some));
            }
        }

        private void hear(byte[] some) {
            if (cut) {
                return;
            }
            if (listener == null) {
                early.add(some);
            } else {
                listener.bytes(some);
            }
        }

        @Override
        public void listen(Listener next) {
            listener = next;
            for (byte[] some = early.poll(); some != null; some = early.poll()) {
                next.bytes(some);
            }
        }

        @Override
        public void close() {
            listener = null;
            End left = other;
            if (!cut && left != null) {
                cut = true;
                scheduler.after(0, left::lose);
            }
        }

        private void lose() {
            if (listener != null) {
                listener.lost("that it was unplugged");
            }
        }
    }
}

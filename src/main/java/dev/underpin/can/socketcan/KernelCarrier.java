package dev.underpin.can.socketcan;

import dev.underpin.can.CanFrame;
import dev.underpin.can.virtual.Carrier;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Stopwatch;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tel.schich.javacan.platform.linux.epoll.EPollSelector;
import tel.schich.javacan.select.SelectorRegistration;

/**
 * Carries the frames of a bus through the kernel: each is written to the interface of its sender's side, and has arrived when the kernel
 * shows it to the sender (the transmit confirmation) and, where the bus has two sides, on the interface of the other one. One frame is
 * outstanding at a time.
 *
 * <p>A frame that the kernel does not show within {@value #LOST_AFTER_MILLIS} ms of wall time is lost. Whoever opened it closes it.
 */
public final class KernelCarrier implements Carrier, Closeable {
    private static final long LOST_AFTER_MILLIS = 1000;
    private static final double MILLIS = 1000;

    private final EPollSelector selector;
    private final RawSocket near;
    private final RawSocket far;
    private final Predicate<String> isFar;
    private final Notices notices;

    /** Is told what happens on the medium besides the frames that it was given. */
    public interface Notices {
        /** A frame was not shown on that interface in time. */
        void lost(String interfaceName, String sender, CanFrame frame);

        /** A frame that nobody here sent came on that interface; in stepped time there is no place for it. */
        void foreign(String interfaceName, CanFrame frame);
    }

    private KernelCarrier(
            EPollSelector selector, RawSocket near, RawSocket far, Predicate<String> isFar, Notices notices) {
        this.selector = selector;
        this.near = near;
        this.far = far;
        this.isFar = isFar;
        this.notices = notices;
    }

    /**
     * Opens the interfaces of a bus.
     *
     * @param interfaceName of the control units' side
     * @param otherName of the other side; null when all are on one
     * @param isOther which nodes are on the other side
     * @throws UserMistake when an interface cannot be used; it says what to type
     */
    public static KernelCarrier open(
            String interfaceName, @Nullable String otherName, Predicate<String> isOther, Notices notices)
            throws IOException {
        EPollSelector selector = CanSockets.selector();
        RawSocket near = RawSocket.open(interfaceName);
        RawSocket far = otherName == null ? near : RawSocket.open(otherName);
        selector.register(near.channel(), SelectorRegistration.Operation.READ);
        if (far != near) {
            selector.register(far.channel(), SelectorRegistration.Operation.READ);
        }
        return new KernelCarrier(selector, near, far, isOther, notices);
    }

    @Override
    public @Nullable CanFrame carry(String sender, CanFrame frame) {
        RawSocket from = isFar.test(sender) ? far : near;
        Stopwatch wall = Stopwatch.start();
        try {
            while (!from.write(frame)) {
                if (!patient(wall)) {
                    notices.lost(from.name(), sender, frame);
                    return null;
                }
            }
            for (RawSocket to : near == far ? List.of(near) : List.of(near, far)) {
                if (!shown(to, frame, wall)) {
                    notices.lost(to.name(), sender, frame);
                    return null;
                }
            }
            return frame;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean shown(RawSocket to, CanFrame frame, Stopwatch wall) throws IOException {
        do {
            for (CanFrame read = to.read(); read != null; read = to.read()) {
                if (read.equals(frame)) {
                    return true;
                }
                notices.foreign(to.name(), read);
            }
        } while (patient(wall));
        return false;
    }

    /** Waits until there is something to read; false when time is up. */
    private boolean patient(Stopwatch wall) throws IOException {
        long left = LOST_AFTER_MILLIS - (long) (wall.seconds() * MILLIS);
        if (left > 0) {
            selector.select(Duration.ofMillis(left));
        }
        return left > 0;
    }

    @Override
    public void close() throws IOException {
        near.close();
        if (far != near) {
            far.close();
        }
        selector.close();
    }
}

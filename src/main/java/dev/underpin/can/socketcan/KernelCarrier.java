package dev.underpin.can.socketcan;

import dev.underpin.can.CanFrame;
import dev.underpin.can.virtual.Carrier;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Nanos;
import dev.underpin.time.Stopwatch;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Carries the frames of a bus through the kernel: each is written to the interface of its sender's side, and has arrived when the kernel
 * shows it to the sender (the transmit confirmation) and, where the bus has two sides, on the interface of the other one. One frame is
 * outstanding at a time.
 *
 * <p>A frame is lost when the kernel shows nothing for a second of wall time, or only others for as long. Whoever opened it closes it.
 */
public final class KernelCarrier implements Carrier, Closeable {
    private static final double LOST_AFTER_SECONDS = 1;

    /** The pause before a frame is offered again for which the kernel had no room. */
    private static final long PAUSE = Nanos.MILLISECOND;

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

    private KernelCarrier(RawSocket near, RawSocket far, Predicate<String> isFar, Notices notices) {
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
        RawSocket near = RawSocket.open(interfaceName);
        RawSocket far = otherName == null ? near : RawSocket.open(otherName);
        return new KernelCarrier(near, far, isOther, notices);
    }

    @Override
    public @Nullable CanFrame carry(String sender, CanFrame frame) {
        RawSocket from = isFar.test(sender) ? far : near;
        try {
            if (!given(from, frame)) {
                notices.lost(from.name(), sender, frame);
                return null;
            }
            return shown(near, from, sender, frame) && (far == near || shown(far, from, sender, frame)) ? frame : null;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean given(RawSocket to, CanFrame frame) throws IOException {
        if (to.write(frame)) {
            return true;
        }
        Stopwatch wall = Stopwatch.start();
        do {
            LockSupport.parkNanos(to, PAUSE);
            if (to.write(frame)) {
                return true;
            }
        } while (wall.seconds() < LOST_AFTER_SECONDS);
        return false;
    }

    /** What is usual comes first and looks at no clock: the next frame is the one that was sent. */
    private boolean shown(RawSocket to, RawSocket from, String sender, CanFrame frame) throws IOException {
        if (to.next() && (to.shows(from) || shownAmongOthers(to, frame))) {
            return true;
        }
        notices.lost(to.name(), sender, frame);
        return false;
    }

    private boolean shownAmongOthers(RawSocket to, CanFrame frame) throws IOException {
        Stopwatch wall = Stopwatch.start();
        do {
            Optional<CanFrame> read = to.frame();
            if (read.isPresent()) {
                if (read.get().equals(frame)) {
                    return true;
                }
                notices.foreign(to.name(), read.get());
            }
        } while (wall.seconds() < LOST_AFTER_SECONDS && to.next());
        return false;
    }

    @Override
    public void close() throws IOException {
        near.close();
        if (far != near) {
            far.close();
        }
    }
}

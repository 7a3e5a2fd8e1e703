package dev.underpin.can.slcan;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.virtual.Carrier;
import dev.underpin.time.Await;
import dev.underpin.time.Nanos;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Carries the frames of a bus through adapters on serial lines, one at a time: each is given to the adapter of its sender's side, and has arrived
 * when that has acknowledged it and, where the bus has two sides, when the adapter of the other one has heard it. The adapters live in a time of
 * their own, which passes while that of the bus stands still.
 *
 * <p>slcan knows neither the error state indicator nor data length codes above 8 of classical frames: they arrive as it says them.
 *
 * <p>Threading: the bus's thread. Nothing to close but the adapters.
 */
public final class SlcanCarrier implements Carrier {
    private static final long WITHIN = Nanos.SECOND;
    private static final String NODE = "carrier";

    private final Side near;
    private final Side far;
    private final Predicate<String> isFar;
    private final Await await;
    private final Notices notices;
    private boolean acknowledged;
    private boolean dropped;

    /** Is told what happens on the medium besides the frames that it was given. */
    public interface Notices {
        /** An adapter refused a frame, or the other one did not hear it. */
        void lost(String adapter, String sender, CanFrame frame);

        /** An adapter heard a frame that nobody here sent. */
        void foreign(String adapter, CanFrame frame);
    }

    /**
     * Carries through adapters that are open.
     *
     * @param other the adapter of the other side; null when all are on one
     * @param isOther which nodes are on the other side
     * @param await lets the time of the adapters pass
     */
    public SlcanCarrier(
            SlcanBus near, @Nullable SlcanBus other, Predicate<String> isOther, Await await, Notices notices) {
        this.near = new Side(near);
        this.far = other == null ? this.near : new Side(other);
        this.isFar = isOther;
        this.await = await;
        this.notices = notices;
    }

    @Override
    public @Nullable CanFrame carry(String sender, CanFrame frame) {
        Side from = isFar.test(sender) ? far : near;
        Side to = from == near ? far : near;
        CanFrame said = said(frame);
        acknowledged = false;
        dropped = false;
        from.port.send(said, () -> acknowledged = true);
        try {
            return await.until(
                    "a frame on bus " + from.bus.name(),
                    WITHIN,
                    () -> arrived(to, said, from == to),
                    () -> acknowledged ? "its acknowledgement" : "nothing");
        } catch (Await.AwaitTimeout late) {
            notices.lost((acknowledged ? to : from).bus.name(), sender, frame);
            return null;
        }
    }

    private Optional<CanFrame> arrived(Side to, CanFrame said, boolean alone) {
        if (dropped) {
            throw new Await.AwaitTimeout("a frame", 0, "a refusal");
        }
        if (alone) {
            to.tellForeign();
            return acknowledged ? Optional.of(said) : Optional.empty();
        }
        return acknowledged && to.heard(said) ? Optional.of(said) : Optional.empty();
    }

    private static CanFrame said(CanFrame frame) {
        byte[] command = SlcanText.command(frame);
        String line = new String(command, 0, command.length - 1, StandardCharsets.US_ASCII);
        return SlcanText.parse(line).orElseThrow().frame();
    }

    /** The adapter of one side, and what it has heard. */
    private final class Side {
        private final SlcanBus bus;
        private final CanPort port;
        private final Queue<CanFrame> heard = new ArrayDeque<>();

        Side(SlcanBus bus) {
            this.bus = bus;
            port = bus.attach(NODE);
            port.listen(new CanPort.Listener() {
                @Override
                public void received(CanFrame frame) {
                    heard.add(frame);
                }

                @Override
                public void dropped(CanFrame frame) {
                    dropped = true;
                }
            });
        }

        boolean heard(CanFrame wanted) {
            for (CanFrame frame = heard.poll(); frame != null; frame = heard.poll()) {
                if (frame.equals(wanted)) {
                    return true;
                }
                notices.foreign(bus.name(), frame);
            }
            return false;
        }

        void tellForeign() {
            for (CanFrame frame = heard.poll(); frame != null; frame = heard.poll()) {
                notices.foreign(bus.name(), frame);
            }
        }
    }
}

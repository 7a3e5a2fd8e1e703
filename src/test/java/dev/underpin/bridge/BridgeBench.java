package dev.underpin.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.FrameField;
import dev.underpin.can.disturb.BitPlace;
import dev.underpin.can.disturb.FlipBit;
import dev.underpin.can.disturb.FrameFilter;
import dev.underpin.can.disturb.View;
import dev.underpin.can.virtual.VirtualBus;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A bus with one control unit that runs by the wall clock on a thread of its own, ready for a bridge. */
final class BridgeBench implements AutoCloseable {
    static final int PATIENCE_SECONDS = 20;

    final BlockingQueue<CanFrame> heard = new LinkedBlockingQueue<>();
    final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    final AtomicBoolean chatting = new AtomicBoolean();

    private final VirtualBus bus;
    private final CanPort unit;
    private final PacedRun run;
    private final BridgeNode node;
    private Thread thread = Thread.currentThread();

    BridgeBench(BusTiming timing) {
        VirtualScheduler scheduler = new VirtualScheduler();
        bus = new VirtualBus(scheduler, "drive", timing, new Entropy(1));
        run = new PacedRun(scheduler, 10, lost -> {});
        unit = bus.attach("unit");
        unit.listen(heard::add);
        node = new BridgeNode(bus, timing.fd(), run, new Calendar(scheduler, Instant.EPOCH));
    }

    BridgeNode node() {
        return node;
    }

    void start() {
        thread = Thread.ofPlatform().start(run::run);
    }

    /** Has the control unit send a frame. */
    void sends(CanFrame frame) {
        run.post(() -> unit.send(frame));
    }

    /** Has the bridge's controller read a stuff bit of the data wrong, in the next {@code times} of these frames; on the run's thread. */
    void blinds(CanFrame frame, int times) {
        bus.disturb(new FlipBit(
                FrameFilter.id(frame.id()), times, BitPlace.stuffBit(FrameField.DATA, 0), View.of("bridge")));
    }

    /** Has the control unit send frames without a pause as long as it is chatting. */
    void chats(CanFrame frame) {
        chatting.set(true);
        run.post(() -> chat(frame, 1, 0));
    }

    /** Chats; of every 16 frames the bridge's controller reads one wrong when it comes for the first time. */
    void chatsBadly(CanFrame frame) {
        chatting.set(true);
        run.post(() -> chat(frame, 0, 16));
    }

    private void chat(CanFrame frame, int number, int bad) {
        if (chatting.get()) {
            if (bad > 0 && number % bad == 0) {
                blinds(frame, 1);
            }
            unit.send(frame, () -> chat(frame, number + 1, bad));
        }
    }

    /** The next frame that the control unit hears. */
    CanFrame hears() throws InterruptedException {
        CanFrame frame = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(frame).as("a frame that the unit hears").isNotNull();
        return frame;
    }

    /** Waits for a notice that contains {@code words}. */
    void told(String words) throws InterruptedException {
        String notice = "nothing";
        while (!notice.contains(words)) {
            notice = notices.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(notice).as("a notice of: " + words).isNotNull();
        }
    }

    @Override
    public void close() {
        run.stop();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

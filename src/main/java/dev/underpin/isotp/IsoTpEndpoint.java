package dev.underpin.isotp;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.time.Scheduler;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One end of an ISO-TP conversation on a CAN port: sends and receives messages of any length (ISO 15765-2:2016).
 *
 * <p>It receives classical and CAN FD frames alike and sends as its parameters say. With block size and separation time 0 each
 * consecutive frame is queued when the one before is confirmed, so that the bus carries them back to back. Frames that the standard
 * wants ignored are ignored without a word.
 *
 * <p>Several endpoints may share a port. Threading: the scheduler's thread. Nothing to close.
 */
public final class IsoTpEndpoint {
    private final Scheduler scheduler;
    private final IsoTpAddress address;
    private final IsoTpParameters parameters;
    private final Predicate<CanFrame> heard;
    private final FrameReader reader;
    private final MessageSender sender;
    private final MessageReceiver receiver;
    private Intake intake = Intake.ALL;
    private long takesUntil = Long.MAX_VALUE;

    public IsoTpEndpoint(Scheduler scheduler, CanPort port, IsoTpAddress address, IsoTpParameters parameters) {
        this(scheduler, port, address, parameters, frame -> true);
    }

    /** @param heard which frames it hears at all, such as those of one format */
    public IsoTpEndpoint(
            Scheduler scheduler,
            CanPort port,
            IsoTpAddress address,
            IsoTpParameters parameters,
            Predicate<CanFrame> heard) {
        FrameMaker frames = new FrameMaker(address, parameters);
        this.scheduler = scheduler;
        this.address = address;
        this.parameters = parameters;
        this.heard = heard;
        this.reader = new FrameReader(address);
        this.sender = new MessageSender(scheduler, port, address, parameters, reader, frames);
        this.receiver = new MessageReceiver(scheduler, port, address, parameters, reader, frames);
        port.listen(this::received);
    }

    /**
     * Sends a message; messages given while one is under way follow in order.
     *
     * @param message at least one byte; not changed until {@code done} ran
     * @param done gets the result once the last frame was confirmed or the message was given up (N_USData.confirm)
     */
    public void send(byte[] message, Consumer<NResult> done) {
        sender.send(message, done);
    }

    /** Sets who hears what is received. */
    public void listen(IsoTpListener listener) {
        receiver.listen(listener);
    }

    /** Limits which messages it begins to take, until told otherwise; without a call it takes all. A message that has begun is finished. */
    public void take(Intake what) {
        intake = what;
        takesUntil = Long.MAX_VALUE;
    }

    /** As {@link #take(Intake)} for {@code nanos} from now, and none afterwards. */
    public void take(Intake what, long nanos) {
        intake = what;
        takesUntil = scheduler.now() + nanos;
    }

    /**
     * Tells whether it has time to receive; it has from the beginning. While it has none it answers a first frame and the end of a block
     * by asking the peer to wait, again and again, as often as its parameters allow; then it gives the message up with N_WFT_OVRN.
     */
    public void ready(boolean now) {
        receiver.ready(now);
    }

    /** Forgets everything under way in both directions without telling anybody, as a loss of supply does. */
    public void reset() {
        sender.reset();
        receiver.reset();
    }

    private void received(CanFrame frame) {
        if (!reader.readable(frame) || !heard.test(frame)) {
            return;
        }
        if (address.isForMe(frame)) {
            forMe(frame);
        } else if (address.isForAll(frame) && reader.kind(frame) == FrameReader.SINGLE && receiving()) {
            single(frame, true);
        }
    }

    private void forMe(CanFrame frame) {
        int kind = reader.kind(frame);
        if (kind == FrameReader.FLOW_CONTROL) {
            sender.flowControl(frame);
        } else if (receiving()) {
            receive(kind, frame);
        }
    }

    private void receive(int kind, CanFrame frame) {
        switch (kind) {
            case FrameReader.SINGLE -> single(frame, false);
            case FrameReader.FIRST -> first(frame);
            case FrameReader.CONSECUTIVE -> receiver.consecutive(frame);
            default -> {}
        }
    }

    private void single(CanFrame frame, boolean functional) {
        if (intake != Intake.NOTHING && scheduler.now() <= takesUntil) {
            receiver.single(frame, functional);
        }
    }

    private void first(CanFrame frame) {
        if (intake == Intake.ALL && scheduler.now() <= takesUntil) {
            receiver.first(frame);
        }
    }

    /** In half duplex nothing but flow control is heard while a message is sent. */
    private boolean receiving() {
        return parameters.fullDuplex() || !sender.busy();
    }
}

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
    private static final int SINGLE = 0;
    private static final int FIRST = 1;
    private static final int CONSECUTIVE = 2;
    private static final int FLOW_CONTROL = 3;

    private final IsoTpAddress address;
    private final IsoTpParameters parameters;
    private final Predicate<CanFrame> heard;
    private final MessageSender sender;
    private final MessageReceiver receiver;

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
        this.address = address;
        this.parameters = parameters;
        this.heard = heard;
        this.sender = new MessageSender(scheduler, port, address, parameters, frames);
        this.receiver = new MessageReceiver(scheduler, port, parameters, frames);
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

    /** Forgets everything under way in both directions without telling anybody, as a loss of supply does. */
    public void reset() {
        sender.reset();
        receiver.reset();
    }

    private void received(CanFrame frame) {
        if (frame.remote() || frame.length() == 0 || !heard.test(frame)) {
            return;
        }
        if (address.isForMe(frame)) {
            forMe(frame);
        } else if (address.isForAll(frame) && kind(frame) == SINGLE && receiving()) {
            receiver.single(frame, true);
        }
    }

    private void forMe(CanFrame frame) {
        int kind = kind(frame);
        if (kind == FLOW_CONTROL) {
            sender.flowControl(frame);
        } else if (receiving()) {
            receive(kind, frame);
        }
    }

    private void receive(int kind, CanFrame frame) {
        switch (kind) {
            case SINGLE -> receiver.single(frame, false);
            case FIRST -> receiver.first(frame);
            case CONSECUTIVE -> receiver.consecutive(frame);
            default -> {}
        }
    }

    /** In half duplex nothing but flow control is heard while a message is sent. */
    private boolean receiving() {
        return parameters.fullDuplex() || !sender.busy();
    }

    private static int kind(CanFrame frame) {
        return frame.at(0) >>> 4;
    }
}

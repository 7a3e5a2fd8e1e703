package dev.underpin.isotp;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;

/** The receiving half of an endpoint: puts one message at a time together and asks for its blocks. */
final class MessageReceiver {
    private enum Phase {
        IDLE,
        /** A flow control was given to the controller; N_Ar runs. */
        CONFIRMING,
        /** N_Cr runs. */
        AWAITING_CONSECUTIVE
    }

    private static final IsoTpListener NOBODY = (data, functional) -> {};
    private static final int CLASSIC_LENGTH = 8;
    private static final int LARGEST_SHORT_FIRST = 0xFFF;

    private final CanPort port;
    private final FrameMaker frames;
    private final IsoTpParameters parameters;
    private final Alarm timer;
    private final Runnable confirmation = this::confirmed;
    private IsoTpListener listener = NOBODY;
    private Phase phase = Phase.IDLE;
    private byte[] message = {};
    private int received;
    private int sequence;
    private int blockLeft;
    private int frameLength;

    MessageReceiver(Scheduler scheduler, CanPort port, IsoTpParameters parameters, FrameMaker frames) {
        this.port = port;
        this.frames = frames;
        this.parameters = parameters;
        this.timer = scheduler.alarm(this::timeUp);
    }

    void listen(IsoTpListener newListener) {
        listener = newListener;
    }

    void reset() {
        timer.cancel();
        phase = Phase.IDLE;
        message = new byte[0];
    }

    void single(CanFrame frame, boolean functional) {
        boolean escaped = frame.length() > CLASSIC_LENGTH;
        int header = escaped ? 2 : 1;
        int length = escaped ? escapedLength(frame) : frame.at(0) & 0xf;
        if (length == 0 || length > frame.length() - header) {
            return;
        }
        if (!functional) {
            interrupt();
        }
        byte[] data = new byte[length];
        frame.copy(header, data, 0, length);
        listener.message(data, functional);
    }

    private static int escapedLength(CanFrame frame) {
        return (frame.at(0) & 0xf) == 0 ? frame.at(1) : 0;
    }

    void first(CanFrame frame) {
        if (frame.length() < CLASSIC_LENGTH) {
            return;
        }
        int shortLength = (frame.at(0) & 0xf) << 8 | frame.at(1);
        long length = shortLength == 0 ? longLength(frame) : shortLength;
        if (length < smallestSegmented(frame) || (shortLength == 0 && length <= LARGEST_SHORT_FIRST)) {
            return;
        }
        interrupt();
        if (length > parameters.maxLength()) {
            port.send(frames.flowControl(FlowControl.OVERFLOW));
        } else {
            begin(frame, shortLength == 0 ? 6 : 2, (int) length);
        }
    }

    private static long longLength(CanFrame frame) {
        return (long) frame.at(2) << 24 | frame.at(3) << 16 | frame.at(4) << 8 | frame.at(5);
    }

    /** The shortest message that a single frame as long as {@code frame} could not have held. */
    private static int smallestSegmented(CanFrame frame) {
        return frame.length() == CLASSIC_LENGTH ? CLASSIC_LENGTH : frame.length() - 1;
    }

    private void begin(CanFrame frame, int header, int length) {
        message = new byte[length];
        frameLength = frame.length();
        received = frameLength - header;
        frame.copy(header, message, 0, received);
        sequence = 0;
        askForBlock();
        listener.firstFrame(length);
    }

    void consecutive(CanFrame frame) {
        if (phase == Phase.IDLE || !fits(frame)) {
            return;
        }
        sequence = (sequence + 1) & 0xf;
        if ((frame.at(0) & 0xf) != sequence) {
            fail(NResult.N_WRONG_SN);
            return;
        }
        int length = Math.min(message.length - received, frame.length() - 1);
        frame.copy(1, message, received, length);
        received += length;
        advance();
    }

    /** All consecutive frames but the last one are as long as the first frame. */
    private boolean fits(CanFrame frame) {
        int left = message.length - received;
        return left >= frameLength
                ? frame.length() == frameLength
                : frame.length() <= frameLength && frame.length() > left;
    }

    private void advance() {
        if (received == message.length) {
            byte[] complete = message;
            reset();
            listener.message(complete, false);
        } else if (--blockLeft == 0) {
            askForBlock();
        } else {
            awaitConsecutive();
        }
    }

    private void askForBlock() {
        int size = parameters.blockSize();
        blockLeft = size == 0 ? Integer.MAX_VALUE : size;
        phase = Phase.CONFIRMING;
        timer.in(parameters.timeouts().a());
        port.send(frames.flowControl(FlowControl.CONTINUE), confirmation);
    }

    private void confirmed() {
        if (phase == Phase.CONFIRMING) {
            awaitConsecutive();
        }
    }

    private void awaitConsecutive() {
        phase = Phase.AWAITING_CONSECUTIVE;
        timer.in(parameters.timeouts().cr());
    }

    private void timeUp() {
        fail(phase == Phase.CONFIRMING ? NResult.N_TIMEOUT_A : NResult.N_TIMEOUT_CR);
    }

    /** A new message begins; one under way ends here. */
    private void interrupt() {
        if (phase != Phase.IDLE) {
            fail(NResult.N_UNEXP_PDU);
        }
    }

    private void fail(NResult result) {
        reset();
        listener.failed(result);
    }
}

package dev.underpin.isotp;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;

/** The receiving half of an endpoint: puts one message at a time together and asks for its blocks (ISO 15765-2:2016, 9.3 and 9.8). */
final class MessageReceiver {
    private enum Phase {
        IDLE,
        /** N_Br runs: it has no time for a block yet. */
        HOLDING,
        /** A flow control was given to the controller; N_Ar runs. */
        CONFIRMING,
        /** N_Cr runs. */
        AWAITING_CONSECUTIVE
    }

    private static final IsoTpListener NOBODY = (data, functional) -> {};

    private final CanPort port;
    private final IsoTpParameters parameters;
    private final FrameReader reader;
    private final Assembly assembly;
    private final CanFrame[] flowControls;
    private final Alarm timer;
    private IsoTpListener listener = NOBODY;
    private Phase phase = Phase.IDLE;
    private Runnable confirmation = confirmation();
    private int status;
    private int renewals;
    private int blockLeft;
    private int waits;
    private boolean ready = true;

    MessageReceiver(
            Scheduler scheduler,
            CanPort port,
            IsoTpAddress address,
            IsoTpParameters parameters,
            FrameReader reader,
            FrameMaker frames) {
        this.port = port;
        this.parameters = parameters;
        this.reader = reader;
        this.assembly = new Assembly(address);
        this.flowControls = new CanFrame[] {
            frames.flowControl(FlowControl.CONTINUE),
            frames.flowControl(FlowControl.WAIT),
            frames.flowControl(FlowControl.OVERFLOW)
        };
        this.timer = scheduler.alarm(this::timeUp);
    }

    void listen(IsoTpListener newListener) {
        listener = newListener;
    }

    void ready(boolean now) {
        ready = now;
        if (now && phase == Phase.HOLDING) {
            askForBlock();
        }
    }

    void reset() {
        timer.cancel();
        if (phase == Phase.CONFIRMING) {
            renewals++;
            confirmation = confirmation();
        }
        phase = Phase.IDLE;
        assembly.clear();
    }

    private Runnable confirmation() {
        int number = renewals;
        return () -> confirmed(number);
    }

    void single(CanFrame frame, boolean functional) {
        byte[] data = reader.single(frame);
        if (data.length == 0) {
            return;
        }
        if (!functional) {
            interrupt();
        }
        listener.message(data, functional);
    }

    void first(CanFrame frame) {
        long length = reader.firstLength(frame);
        if (length == FrameReader.INVALID) {
            return;
        }
        interrupt();
        if (length > parameters.maxLength()) {
            tell(FlowControl.OVERFLOW);
        } else {
            begin(frame, reader.firstHeader(length), (int) length);
        }
    }

    private void begin(CanFrame frame, int header, int length) {
        byte[] room = listener.room(length);
        if (room.length != length) {
            throw new IllegalStateException("room for %d bytes, not for %d".formatted(room.length, length));
        }
        assembly.begin(frame, header, room);
        askForBlock();
        listener.firstFrame(length);
    }

    void consecutive(CanFrame frame) {
        if (awaitsConsecutive() && assembly.fits(frame)) {
            if (assembly.take(frame)) {
                advance();
            } else {
                fail(NResult.N_WRONG_SN);
            }
        }
    }

    /** Already while its flow control is being confirmed: a gateway may let the answer overtake the confirmation. */
    private boolean awaitsConsecutive() {
        return phase == Phase.AWAITING_CONSECUTIVE || (phase == Phase.CONFIRMING && status == FlowControl.CONTINUE);
    }

    private void advance() {
        if (assembly.complete()) {
            byte[] complete = assembly.message();
            reset();
            listener.message(complete, false);
        } else if (--blockLeft == 0) {
            askForBlock();
        } else {
            awaitConsecutive();
        }
    }

    private void askForBlock() {
        waits = ready ? 0 : waits;
        blockLeft = parameters.blockSize() == 0 ? Integer.MAX_VALUE : parameters.blockSize();
        if (ready) {
            tell(FlowControl.CONTINUE);
        } else {
            hold();
        }
    }

    private void hold() {
        phase = Phase.HOLDING;
        timer.in(parameters.timeouts().br());
    }

    private void tell(int flowStatus) {
        phase = Phase.CONFIRMING;
        status = flowStatus;
        timer.in(parameters.timeouts().a());
        port.send(flowControls[status], confirmation);
    }

    private void confirmed(int number) {
        if (number != renewals || phase != Phase.CONFIRMING) {
            return;
        }
        if (status == FlowControl.CONTINUE) {
            awaitConsecutive();
        } else if (status == FlowControl.OVERFLOW) {
            reset();
        } else if (ready) {
            askForBlock();
        } else {
            hold();
        }
    }

    private void awaitConsecutive() {
        phase = Phase.AWAITING_CONSECUTIVE;
        timer.in(parameters.timeouts().cr());
    }

    private void timeUp() {
        switch (phase) {
            case HOLDING -> askToWait();
            case CONFIRMING -> fail(NResult.N_TIMEOUT_A);
            default -> fail(NResult.N_TIMEOUT_CR);
        }
    }

    private void askToWait() {
        if (waits == parameters.waitMax()) {
            fail(NResult.N_WFT_OVRN);
        } else {
            waits++;
            tell(FlowControl.WAIT);
        }
    }

    /** A new message begins; one under way ends here. */
    private void interrupt() {
        if (phase != Phase.IDLE) {
            if (phase == Phase.CONFIRMING && status == FlowControl.OVERFLOW) {
                takeBack();
                reset();
            } else {
                fail(NResult.N_UNEXP_PDU);
            }
        }
    }

    /** A flow control that could not be sent in time must not be sent later, into another message. */
    private void takeBack() {
        if (phase == Phase.CONFIRMING) {
            port.abort(flowControls[status]);
        }
    }

    private void fail(NResult result) {
        takeBack();
        reset();
        listener.failed(result);
    }
}

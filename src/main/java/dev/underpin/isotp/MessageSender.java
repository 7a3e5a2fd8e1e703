package dev.underpin.isotp;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sending half of an endpoint: one message at a time, frame after frame, at the pace that flow controls allow (ISO 15765-2:2016, 9.2, 9.3). */
final class MessageSender {
    private enum Phase {
        IDLE,
        /** A frame was given to the controller; N_As runs. */
        CONFIRMING,
        /** N_Bs runs. */
        AWAITING_FLOW_CONTROL,
        /** The separation time runs. */
        SEPARATING
    }

    private record Request(byte[] message, Consumer<NResult> done) {}

    private final Scheduler scheduler;
    private final CanPort port;
    private final FrameReader reader;
    private final FrameMaker frames;
    private final IsoTpParameters parameters;
    private final boolean singleOnly;
    private final Alarm timer;
    private final Queue<Request> waiting = new ArrayDeque<>();
    private Phase phase = Phase.IDLE;
    private Request current = new Request(new byte[0], result -> {});
    private Runnable confirmation = confirmation();
    private @Nullable CanFrame given;
    private int renewals;
    private int offset;
    private int sequence;
    private int blockLeft;
    private int waits;
    private long separation;
    private long separateUntil;

    MessageSender(
            Scheduler scheduler,
            CanPort port,
            IsoTpAddress address,
            IsoTpParameters parameters,
            FrameReader reader,
            FrameMaker frames) {
        this.scheduler = scheduler;
        this.port = port;
        this.reader = reader;
        this.frames = frames;
        this.parameters = parameters;
        this.singleOnly = address.functionalTarget();
        this.timer = scheduler.alarm(this::timeUp);
    }

    void send(byte[] message, Consumer<NResult> done) {
        if (message.length == 0) {
            throw new IllegalArgumentException("an ISO-TP message has at least one byte");
        }
        if (singleOnly && message.length > frames.singleCapacity()) {
            done.accept(NResult.N_ERROR);
            return;
        }
        waiting.add(new Request(message, done));
        startNext();
    }

    boolean busy() {
        return phase != Phase.IDLE;
    }

    void reset() {
        timer.cancel();
        waiting.clear();
        phase = Phase.IDLE;
        renew();
    }

    void flowControl(CanFrame frame) {
        if (phase != Phase.AWAITING_FLOW_CONTROL || reader.length(frame) < FlowControl.LENGTH) {
            return;
        }
        switch (reader.low(frame)) {
            case FlowControl.CONTINUE -> resume(reader.at(frame, 1), reader.at(frame, 2));
            case FlowControl.WAIT -> waitOn();
            case FlowControl.OVERFLOW -> finish(NResult.N_BUFFER_OVFLW);
            default -> finish(NResult.N_INVALID_FS);
        }
    }

    private void startNext() {
        Request next = phase == Phase.IDLE ? waiting.poll() : null;
        if (next != null) {
            start(next);
        }
    }

    private void start(Request request) {
        current = request;
        byte[] message = request.message();
        if (message.length <= frames.singleCapacity()) {
            offset = message.length;
            transmit(frames.single(message));
        } else {
            offset = frames.firstCapacity(message.length);
            sequence = 0;
            blockLeft = 0;
            waits = 0;
            transmit(frames.first(message));
        }
    }

    private void transmit(CanFrame frame) {
        phase = Phase.CONFIRMING;
        given = frame;
        timer.in(parameters.timeouts().a());
        port.send(frame, confirmation);
    }

    private void confirmed(int number) {
        if (number != renewals || phase != Phase.CONFIRMING) {
            return;
        }
        if (offset == current.message().length) {
            finish(NResult.N_OK);
        } else if (blockLeft == 0) {
            phase = Phase.AWAITING_FLOW_CONTROL;
            timer.in(parameters.timeouts().bs());
        } else if (separation == 0) {
            consecutive();
        } else {
            phase = Phase.SEPARATING;
            separateUntil = clock() + separation;
            timer.in(separation);
        }
    }

    private void resume(int blockSize, int stMin) {
        blockLeft = blockSize == 0 ? Integer.MAX_VALUE : blockSize;
        separation = FlowControl.separation(stMin);
        waits = 0;
        consecutive();
    }

    private void waitOn() {
        if (++waits > parameters.waitMax()) {
            finish(NResult.N_WFT_OVRN);
        } else {
            timer.in(parameters.timeouts().bs());
        }
    }

    private void consecutive() {
        byte[] message = current.message();
        sequence = (sequence + 1) & 0xf;
        blockLeft--;
        CanFrame frame = frames.consecutive(message, offset, sequence);
        offset = Math.min(message.length, offset + frames.consecutiveCapacity());
        transmit(frame);
    }

    private void timeUp() {
        switch (phase) {
            case CONFIRMING -> {
                takeBack();
                finish(NResult.N_TIMEOUT_A);
            }
            case AWAITING_FLOW_CONTROL -> finish(NResult.N_TIMEOUT_BS);
            case SEPARATING -> separated();
            case IDLE -> throw new IllegalStateException("a timer ran although nothing is being sent");
        }
    }

    /** A run that has fallen behind and catches up must not undercut the separation time on the real wire. */
    private void separated() {
        long missing = separateUntil - clock();
        if (missing > 0) {
            timer.in(missing);
        } else {
            consecutive();
        }
    }

    private long clock() {
        return scheduler.now() + scheduler.lag();
    }

    /** What could not be sent in time must not be sent later, into another message. */
    private void takeBack() {
        if (given != null && !port.abort(given)) {
            renew();
        }
    }

    /** The frame given last is out of reach: it is not changed any more, and its confirmation means nothing. */
    private void renew() {
        frames.renew();
        renewals++;
        confirmation = confirmation();
    }

    private Runnable confirmation() {
        int number = renewals;
        return () -> confirmed(number);
    }

    private void finish(NResult result) {
        timer.cancel();
        phase = Phase.IDLE;
        current.done().accept(result);
        startNext();
    }
}

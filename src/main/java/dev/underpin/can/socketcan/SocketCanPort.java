package dev.underpin.can.socketcan;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.can.FdNotSupported;
import dev.underpin.can.log.ErrorFrame;
import dev.underpin.mistake.UserMistake;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import tel.schich.javacan.RawCanChannel;
import tel.schich.javacan.RawReceiveMessageHeaderBuffer;
import tel.schich.javacan.platform.linux.LinuxNativeOperationException;

/**
 * A node on a real CAN interface. The kernel gets few frames at a time, so that those still waiting compete by their identifiers and can
 * be taken back; a frame counts as transmitted when the kernel shows it to its sender (CAN_RAW_RECV_OWN_MSGS), which a driver makes
 * happen once the controller has sent it.
 *
 * <p>{@link #power} only stops sending and hearing; {@link #recover} does nothing, as the interface's own {@code restart-ms} brings it
 * back.
 */
public final class SocketCanPort implements CanPort {
    private static final long RETRY = Nanos.MILLISECOND;
    private static final long NONE = -1;

    /** A frame that the kernel has had so long without showing it will not be shown: its queue lost it. */
    private static final long LOST_AFTER = Nanos.SECOND;

    private final Scheduler scheduler;
    private final RawCanChannel channel;
    private final CanInterface medium;
    private final String node;
    private final int mostGiven;
    private final Alarm retry;
    private final FrameBuffer in = new FrameBuffer();
    private final RawReceiveMessageHeaderBuffer header = new RawReceiveMessageHeaderBuffer();
    private final FrameBuffer out = new FrameBuffer();
    private final List<Listener> listeners = new ArrayList<>();
    private final Queue<Request> waiting = new PriorityQueue<>(Request.ORDER);
    private final List<Given> given = new ArrayList<>();
    private ControllerState state = ControllerState.ERROR_ACTIVE;
    private boolean powered = true;

    /** The number of the request that was written last, if the kernel took it. */
    private long outHolds = NONE;

    private long requests;

    private record Request(CanFrame frame, Runnable confirmation, long number) {
        static final Comparator<Request> ORDER = Comparator.<Request>comparingLong(
                        request -> request.frame().arbitrationField())
                .thenComparingLong(Request::number);
    }

    private record Given(Request request, long at) {
        CanFrame frame() {
            return request.frame();
        }
    }

    SocketCanPort(Scheduler scheduler, RawCanChannel channel, CanInterface medium, String node, int mostGiven) {
        this.scheduler = scheduler;
        this.channel = channel;
        this.medium = medium;
        this.node = node;
        this.mostGiven = mostGiven;
        this.retry = scheduler.alarm(this::give);
    }

    @Override
    public String node() {
        return node;
    }

    @Override
    public void send(CanFrame frame, Runnable confirmation) {
        if (frame.fd() && !medium.fd()) {
            throw new FdNotSupported(medium.name(), node, frame);
        }
        if (powered) {
            waiting.add(new Request(frame.kept(), confirmation, requests++));
            give();
        }
    }

    @Override
    public boolean abort(CanFrame frame) {
        List<Request> equal = waiting.stream()
                .filter(request -> request.frame().equals(frame))
                .sorted(Request.ORDER)
                .toList();
        return !equal.isEmpty() && waiting.remove(equal.getFirst());
    }

    @Override
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void power(boolean on) {
        powered = on;
        if (!on) {
            waiting.clear();
            retry.cancel();
        }
    }

    @Override
    public ControllerState state() {
        return state;
    }

    @Override
    public void recover() {
        // restart-ms of the interface
    }

    private void give() {
        forgetLost();
        while (!waiting.isEmpty() && given.size() < mostGiven && write(waiting.element())) {
            given.add(new Given(waiting.remove(), scheduler.now()));
        }
        if (!waiting.isEmpty() && !given.isEmpty() && !retry.armed()) {
            retry.at(given.getFirst().at() + LOST_AFTER);
        }
    }

    private void forgetLost() {
        while (!given.isEmpty() && scheduler.now() - given.getFirst().at() >= LOST_AFTER) {
            dropped(given.removeFirst().frame());
        }
    }

    private void dropped(CanFrame frame) {
        listeners.forEach(listener -> listener.dropped(frame));
    }

    /** Whether the kernel took it; one that can never be sent is dropped. */
    private boolean write(Request request) {
        outHolds = NONE;
        try {
            channel.writeUnsafe(out.of(request.frame()));
            outHolds = request.number();
            return true;
        } catch (LinuxNativeOperationException refused) {
            switch (Errno.of(refused)) {
                case AGAIN, NO_BUFFERS -> retry.in(RETRY);
                case DOWN -> {
                    waiting.remove(request);
                    dropped(request.frame());
                }
                default -> throw mistake(refused);
            }
            return false;
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    /** Vehicle time at which the kernel had the frame that is heard just now: its own time stamp, taken when the interface gave it on. */
    long at() {
        return scheduler.at(header.getSoftwareTimestamp());
    }

    /** Reads one frame that is there. */
    void read() {
        try {
            int size = (int) channel.receiveUnsafe(in.empty(), header);
            if (in.isError()) {
                error(in.error());
            } else if (powered) {
                heard(size);
            }
        } catch (LinuxNativeOperationException refused) {
            switch (Errno.of(refused)) {
                case AGAIN -> {}
                case DOWN -> dropGiven();
                default -> throw mistake(refused);
            }
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    /** Nothing is made for a frame that is the only own one under way, as each of a long transfer is. */
    private void heard(int size) {
        if (given.size() == 1 && given.getFirst().request().number() == outHolds && in.isLike(out, size)) {
            confirm(0);
            return;
        }
        Optional<CanFrame> frame = in.frame(size);
        if (frame.isPresent()) {
            heard(frame.get());
        }
    }

    private void heard(CanFrame frame) {
        for (int i = 0; i < given.size(); i++) {
            if (given.get(i).frame().equals(frame)) {
                confirm(i);
                return;
            }
        }
        for (Listener listener : listeners) {
            listener.received(frame);
        }
    }

    private void confirm(int index) {
        Given own = given.remove(index);
        give();
        own.request().confirmation().run();
    }

    private void error(ErrorFrame error) {
        ControllerState now = ErrorStates.after(error, state);
        if (now == ControllerState.BUS_OFF) {
            dropGiven();
        }
        if (now != state) {
            state = now;
            listeners.forEach(listener -> listener.state(now));
        }
    }

    /** What the kernel held is lost with the interface. */
    private void dropGiven() {
        List<Given> lost = List.copyOf(given);
        given.clear();
        lost.forEach(own -> dropped(own.frame()));
    }

    private UserMistake mistake(LinuxNativeOperationException refused) {
        return Errno.of(refused).mistake(medium.name());
    }

    private static IllegalStateException broken(IOException broken) {
        return new IllegalStateException("a CAN socket broke", broken);
    }

    void close() throws IOException {
        channel.close();
    }
}

package dev.underpin.can.slcan;

import dev.underpin.can.CanFrame;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Sends frames through an adapter, as many at a time as keep the line busy; those still waiting compete by their identifiers. A frame
 * refused for want of room is sent again, unless one of the same identifier that was behind it went through: then it is dropped, as
 * frames of one identifier never overtake each other. So is one for which there was no room for a second.
 */
final class Sender {
    private static final long BREATH = 2 * Nanos.MILLISECOND;
    private static final long LOST_AFTER = Nanos.SECOND;

    /** A frame that a node wants to send. */
    record Request(SlcanPort port, CanFrame frame, Runnable confirmation, long number, long at) {
        static final Comparator<Request> ORDER = Comparator.<Request>comparingLong(
                        request -> request.frame().arbitrationField())
                .thenComparingLong(Request::number);
    }

    /** Hears what became of frames. */
    interface Outcome {
        void sent(Request request);

        void dropped(Request request);

        /** The adapter refused a frame; its flags, asked behind what is under way, say why ({@link #judge}). */
        void refused();

        /** The adapter stopped answering. */
        void silent();
    }

    private final Scheduler scheduler;
    private final Dialog dialog;
    private final Window window;
    private final Outcome outcome;
    private final Supplier<Boolean> open;
    private final Queue<Request> waiting = new PriorityQueue<>(Request.ORDER);
    private final List<Request> refused = new ArrayList<>();
    private final List<Request> since = new ArrayList<>();
    private final Alarm again;
    private final Alarm room;
    private boolean holding;
    private long refusals;
    private long crowded;

    Sender(Scheduler scheduler, Dialog dialog, Window window, Supplier<Boolean> open, Outcome outcome) {
        this.scheduler = scheduler;
        this.dialog = dialog;
        this.window = window;
        this.open = open;
        this.outcome = outcome;
        again = scheduler.alarm(this::release);
        room = scheduler.alarm(this::go);
    }

    void add(Request request) {
        waiting.add(request);
        go();
    }

    boolean abort(SlcanPort port, CanFrame frame) {
        List<Request> equal = waiting.stream()
                .filter(request -> request.port() == port && request.frame().equals(frame))
                .sorted(Request.ORDER)
                .toList();
        return !equal.isEmpty() && waiting.remove(equal.getFirst());
    }

    void forget(SlcanPort port) {
        waiting.removeIf(request -> request.port() == port);
    }

    long refusals() {
        return refusals;
    }

    long crowded() {
        return crowded;
    }

    /** Sends as many as may be under way. */
    void go() {
        while (!holding && open.get() && !waiting.isEmpty()) {
            CanFrame frame = waiting.element().frame();
            byte[] command = SlcanText.command(frame);
            if (!window.lineHasRoom(command.length)) {
                return;
            }
            long at = window.adapterHasRoomAt(frame, command.length);
            if (at > scheduler.now()) {
                room.at(at);
                return;
            }
            Request request = waiting.remove();
            window.sent(frame, command.length, scheduler.now());
            dialog.tell(command, reply -> answered(request, reply));
        }
    }

    private void answered(Request request, Reply reply) {
        switch (reply.kind()) {
            case DONE, TEXT -> {
                window.accepted();
                if (holding) {
                    since.add(request);
                }
                outcome.sent(request);
                go();
            }
            case REFUSED -> {
                window.noRoom();
                boolean first = refused.isEmpty();
                refused.add(request);
                holding = true;
                if (first) {
                    outcome.refused();
                }
            }
            case NONE -> {
                outcome.dropped(request);
                outcome.silent();
            }
        }
    }

    /** What the adapter's flags, asked after the refusals, say of them. */
    void judge(StatusFlags flags) {
        for (Request request : List.copyOf(refused)) {
            boolean overtaken = since.stream().anyMatch(later -> sameIdentifier(later, request));
            boolean old = scheduler.now() - request.at() >= LOST_AFTER;
            if (flags.transmitFull() && !overtaken && !old) {
                crowded++;
                waiting.add(request);
            } else {
                refusals++;
                outcome.dropped(request);
            }
        }
        refused.clear();
        since.clear();
        again.in(BREATH);
    }

    private static boolean sameIdentifier(Request one, Request other) {
        return one.frame().arbitrationField() == other.frame().arbitrationField();
    }

    private void release() {
        holding = false;
        go();
    }

    /** Drops everything. */
    void clear() {
        List<Request> all = new ArrayList<>(refused);
        all.addAll(waiting);
        waiting.clear();
        refused.clear();
        since.clear();
        holding = false;
        again.cancel();
        room.cancel();
        all.forEach(outcome::dropped);
    }
}

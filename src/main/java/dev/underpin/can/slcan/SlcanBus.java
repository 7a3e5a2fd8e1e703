package dev.underpin.can.slcan;

import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerSettings;
import dev.underpin.can.ControllerState;
import dev.underpin.can.FdNotSupported;
import dev.underpin.serial.ByteLine;
import dev.underpin.serial.DeviceError;
import dev.underpin.time.Alarm;
import dev.underpin.time.Await;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A CAN bus reached through an adapter on a serial line. Its nodes share the adapter's controller: what one sends the others hear when the
 * adapter has acknowledged it, and what comes from the bus they all hear. A frame counts as sent when the adapter has acknowledged it; the
 * protocol says no more.
 *
 * <p>Of {@link ControllerSettings} nothing can be set for one node; an adapter that only listens is opened so.
 *
 * <p>Errors: what makes the adapter useless, such as that it is unplugged, leaves the run as a {@link DeviceError} that says what to do.
 * Garbage on the line, refusals and overruns are counted ({@link #health}); an adapter that misses to answer is asked its version until the
 * dialog is in step again.
 *
 * <p>Threading: the scheduler's thread. Closing it closes the channel and the line.
 */
public final class SlcanBus implements CanBus, AutoCloseable {
    private static final String OUTSIDE = "bus";
    private static final long FLAGS_PERIOD = Nanos.SECOND;
    private static final int MOST_SILENCES = 3;
    private static final long OPEN_WITHIN = 10 * Nanos.SECOND;

    private final Scheduler scheduler;
    private final ByteLine line;
    private final String name;
    private final String adapter;
    private final SlcanSettings settings;
    private final Window window;
    private final Dialog dialog;
    private final Sender sender;
    private final AdapterClock clock = new AdapterClock();
    private final Alarm flagsDue;
    private List<SlcanPort> ports = List.of();
    private List<Observer> observers = List.of();
    private @Nullable Opening opened;
    private boolean inStep;
    private int silences;
    private long requests;
    private ControllerState state = ControllerState.ERROR_ACTIVE;
    private long framesLost;
    private long busErrors;
    private @Nullable DeviceError broken;
    private Consumer<String> losses = what -> {};

    /**
     * A bus whose adapter is not opened yet.
     *
     * @param line to the adapter; the bus's own from now on
     * @param name in the rig file
     */
    public SlcanBus(Scheduler scheduler, ByteLine line, String name, SlcanSettings settings) {
        this.scheduler = scheduler;
        this.line = line;
        this.name = name;
        this.settings = settings;
        adapter = "adapter %s of bus %s".formatted(line.name(), name);
        window = new Window(settings);
        dialog = new Dialog(scheduler, line, window, new Heard());
        sender = new Sender(scheduler, dialog, window, () -> inStep, new Became());
        flagsDue = scheduler.alarm(() -> askFlags(flags -> {}));
    }

    /**
     * Opens the adapter and its channel.
     *
     * @throws DeviceError when what is there is no such adapter, or refuses what it is told
     */
    public void open(Await await) {
        new Opening(adapter, dialog, settings, this::ready).begin();
        await.untilTrue(adapter + " to open", OPEN_WITHIN, () -> inStep, () -> "it has not answered all yet");
    }

    private void ready(Opening opening) {
        opened = opening;
        inStep = true;
        flagsDue.in(FLAGS_PERIOD);
        sender.go();
    }

    /** What the adapter says it is: its version, and its serial number if it has one. */
    public String version() {
        Opening opening = opened;
        return opening == null ? "" : (opening.version() + " " + opening.serialNumber()).strip();
    }

    /** Tells each loss when it is known: what was lost, in words. There is one who hears. */
    public void tellLosses(Consumer<String> to) {
        losses = to;
    }

    private void lostFromBus() {
        framesLost++;
        losses.accept("frames from the bus for which the adapter had no room");
    }

    /** How it has fared so far. */
    public AdapterHealth health() {
        return new AdapterHealth(
                state,
                dialog.garbage(),
                sender.refusals(),
                sender.crowded(),
                framesLost,
                busErrors,
                dialog.unanswered());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CanPort attach(String node, ControllerSettings unused) {
        SlcanPort port = new SlcanPort(this, node);
        List<SlcanPort> more = new ArrayList<>(ports);
        more.add(port);
        ports = List.copyOf(more);
        return port;
    }

    @Override
    public void observe(Observer observer) {
        List<Observer> more = new ArrayList<>(observers);
        more.add(observer);
        observers = List.copyOf(more);
    }

    void send(SlcanPort port, CanFrame frame, Runnable confirmation) {
        if (broken != null) {
            throw broken;
        }
        if (frame.fd() && !settings.timing().fd()) {
            throw new FdNotSupported(name, port.node(), frame);
        }
        sender.add(new Sender.Request(port, frame.kept(), confirmation, requests++, scheduler.now()));
    }

    boolean abort(SlcanPort port, CanFrame frame) {
        return sender.abort(port, frame);
    }

    void forget(SlcanPort port) {
        sender.forget(port);
    }

    ControllerState state() {
        return state;
    }

    /** Closes and opens the channel, which resets the controller. */
    void recover() {
        if (state == ControllerState.BUS_OFF && inStep) {
            dialog.tell(
                    "C",
                    closed -> dialog.tell("O", open -> {
                        if (open.is(Reply.Kind.DONE)) {
                            change(ControllerState.ERROR_ACTIVE, 0, 0);
                        }
                    }));
        }
    }

    private void askFlags(Consumer<StatusFlags> then) {
        if (inStep) {
            dialog.ask("F", text -> text.matches("F[0-9A-Fa-f]{2}"), reply -> flags(reply, then));
        }
    }

    private void flags(Reply reply, Consumer<StatusFlags> then) {
        flagsDue.in(FLAGS_PERIOD);
        switch (reply.kind()) {
            case NONE -> silent();
            case TEXT -> {
                StatusFlags flags =
                        new StatusFlags(Integer.parseInt(reply.text().substring(1), 16));
                learn(flags);
                then.accept(flags);
            }
            case DONE, REFUSED -> then.accept(StatusFlags.UNKNOWN);
        }
    }

    private void learn(StatusFlags flags) {
        if (flags.framesLost()) {
            lostFromBus();
        }
        busErrors += flags.busError() ? 1 : 0;
        if (state != ControllerState.BUS_OFF) {
            change(flags.state(), 0, 0);
        }
    }

    private void change(ControllerState next, int transmitErrors, int receiveErrors) {
        if (next != state) {
            state = next;
            ports.forEach(port -> port.state(next));
            observers.forEach(
                    observer -> observer.state(scheduler.now(), adapter, next, transmitErrors, receiveErrors));
        }
    }

    /** Gets into step again by the one answer that nothing else looks like. */
    private void silent() {
        if (!inStep) {
            return;
        }
        inStep = false;
        Opening opening = opened;
        if (opening == null || ++silences > MOST_SILENCES) {
            throw fail("V", "it to answer", "none %d times".formatted(silences), "see that it is not hung: unplug it");
        }
        dialog.findAnswer("V", opening.version()::equals, reply -> {
            inStep = true;
            if (reply.is(Reply.Kind.TEXT)) {
                silences = 0;
                flagsDue.in(FLAGS_PERIOD);
                sender.judge(StatusFlags.UNKNOWN);
            } else {
                silent();
            }
        });
    }

    private DeviceError fail(String command, String expected, String found, String advice) {
        inStep = false;
        DeviceError error = new DeviceError(adapter, command, expected, found, advice);
        broken = error;
        flagsDue.cancel();
        dialog.stop();
        sender.clear();
        return error;
    }

    private void deliver(long at, String from, CanFrame frame, @Nullable SlcanPort sentBy) {
        for (Observer observer : observers) {
            observer.frame(at, from, frame);
        }
        for (SlcanPort port : ports) {
            if (port != sentBy) {
                port.received(frame);
            }
        }
    }

    @Override
    public void close() {
        flagsDue.cancel();
        dialog.stop();
        try {
            dialog.shout("C");
        } catch (DeviceError unplugged) {
            inStep = false;
        } finally {
            line.close();
        }
    }

    /** What the adapter says by itself. */
    private final class Heard implements Dialog.News {
        @Override
        public void frame(SlcanText.Received received) {
            long now = scheduler.now();
            window.heard(received.frame(), now);
            if (opened != null) {
                long at = received.stamp() < 0 || !opened.stamps() ? now : clock.at(received.stamp(), now);
                deliver(at, OUTSIDE, received.frame(), null);
            }
        }

        @Override
        public void event(String line) {
            if (line.charAt(0) == 'e') {
                if (line.contains("o") || line.contains("O")) {
                    lostFromBus();
                } else {
                    busErrors++;
                }
                return;
            }
            ControllerState next = switch (line.charAt(1)) {
                case 'b' -> ControllerState.BUS_OFF;
                case 'p' -> ControllerState.ERROR_PASSIVE;
                case 'w' -> ControllerState.ERROR_WARNING;
                default -> ControllerState.ERROR_ACTIVE;
            };
            change(next, Integer.parseInt(line.substring(2, 5)), Integer.parseInt(line.substring(5)));
        }

        @Override
        public void lost(String how) {
            throw fail("running", "it to stay connected", how, "plug it in, then start the run again");
        }
    }

    /** What became of frames. */
    private final class Became implements Sender.Outcome {
        @Override
        public void sent(Sender.Request request) {
            long now = scheduler.now();
            deliver(now, request.port().node(), request.frame(), request.port());
            observers.forEach(
                    observer -> observer.sent(request.port().node(), request.frame(), request.at(), now, now));
            request.confirmation().run();
        }

        @Override
        public void dropped(Sender.Request request) {
            losses.accept(request.frame().toString());
            request.port().dropped(request.frame());
        }

        @Override
        public void refused() {
            askFlags(sender::judge);
        }

        @Override
        public void silent() {
            SlcanBus.this.silent();
        }
    }
}

package dev.underpin.can.slcan;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanBus;
import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.ControllerState;
import dev.underpin.serial.ByteLine;
import dev.underpin.serial.emulated.PacedLine;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An slcan adapter, played: a line at one side, a bus at the other, as slow as its line and with as little room as a real one. It fails when
 * it is told to ({@link Mischief}). For tests, and to try a bench without its hardware.
 *
 * <p>Threading: the scheduler's thread. Closing it unplugs it.
 */
public final class AdapterEmulator implements AutoCloseable {
    /** Frames that wait for the bus, as in the CANUSB. */
    private static final int TRANSMIT_ROOM = 16;

    /** Bytes that wait for the line. */
    private static final int RECEIVE_ROOM = 4_096;

    private static final int MINUTE = 60_000;
    private static final int RECEIVE_FULL = 0x01;
    private static final int TRANSMIT_FULL = 0x02;
    private static final int WARNING = 0x04;
    private static final int PASSIVE = 0x20;

    private final Scheduler scheduler;
    private final PacedLine line;
    private final CanBus bus;
    private final BusTiming timing;
    private final CanPort port;
    private final Mischief mischief = new Mischief();
    private boolean open;
    private boolean listens;
    private boolean stamps;
    private int queued;
    private int flags;
    private long framesLost;

    /**
     * Plays an adapter.
     *
     * @param line its end of the line
     * @param node its name on the bus
     * @param timing of the bus; an adapter that is told another bit rate disturbs it
     */
    public AdapterEmulator(Scheduler scheduler, PacedLine line, CanBus bus, String node, BusTiming timing) {
        this.scheduler = scheduler;
        this.line = line;
        this.bus = bus;
        this.timing = timing;
        port = bus.attach(node);
        port.power(false);
        port.listen(this::heard);
        line.listen(new Ear());
    }

    /** What it does wrong. */
    public Mischief mischief() {
        return mischief;
    }

    /** Frames from the bus that the line was too slow for. */
    public long framesLost() {
        return framesLost;
    }

    /** Says something that nobody asked for, such as {@code sb000000} or garbage; a carriage return follows. */
    public void say(String text) {
        write(text + "\r");
    }

    /** Adds bits of the status register, until it is read. */
    public void raise(int bits) {
        flags |= bits;
    }

    @Override
    public void close() {
        port.power(false);
        line.close();
    }

    private void write(String text) {
        line.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void command(String text) {
        String answer = mischief.instead(text).orElseGet(() -> answer(text));
        if (!mischief.silent(text)) {
            write(answer);
        }
    }

    private String answer(String text) {
        if (text.isEmpty()) {
            return "\r";
        }
        return switch (text.charAt(0)) {
            case 'V' -> mischief.version() + "\r";
            case 'N' -> "NU001\r";
            case 'F' -> "F%02X\r".formatted(status());
            case 'C' -> when(open, this::stop);
            case 'O' -> when(!open, () -> start(false));
            case 'L' -> when(!open, () -> start(true));
            case 'S', 's' -> when(!open, () -> rate(text));
            case 'Y' ->
                when(!open && timing.fd() && BitRates.data(timing.dataBitRate()).equals(Optional.of(text)), () -> {});
            case 'Z' -> when(!open, () -> stamps = text.equals("Z1"));
            default -> transmit(text);
        };
    }

    private static String when(boolean possible, Runnable then) {
        if (!possible) {
            return LineSplitter.BELL;
        }
        then.run();
        return "\r";
    }

    private void start(boolean listenOnly) {
        open = true;
        listens = listenOnly;
        flags = 0;
        queued = 0;
        port.power(true);
    }

    private void stop() {
        open = false;
        port.power(false);
    }

    /** Another rate than that of the bus makes it a stranger there. */
    private void rate(String command) {
        if (!BitRates.nominal(timing.nominalBitRate()).equals(Optional.of(command))) {
            bus.bitRate(port.node(), timing.nominalBitRate() / 2);
        }
    }

    private int status() {
        int now = flags;
        flags = 0;
        if (port.state() == ControllerState.ERROR_WARNING) {
            now |= WARNING;
        } else if (port.state() != ControllerState.ERROR_ACTIVE) {
            now |= PASSIVE;
        }
        return now;
    }

    private String transmit(String text) {
        Optional<CanFrame> frame = SlcanText.parse(text).map(SlcanText.Received::frame);
        if (frame.isEmpty() || !open || listens || (frame.get().fd() && !timing.fd())) {
            return LineSplitter.BELL;
        }
        if (queued >= TRANSMIT_ROOM) {
            flags |= TRANSMIT_FULL;
            return LineSplitter.BELL;
        }
        queued++;
        port.send(frame.get(), () -> queued--);
        return frame.get().extended() ? "Z\r" : "z\r";
    }

    private void heard(CanFrame frame) {
        if (!open) {
            return;
        }
        int stamp = stamps ? (int) (scheduler.now() / Nanos.MILLISECOND % MINUTE) : -1;
        byte[] text = SlcanText.received(new SlcanText.Received(frame, stamp));
        if (line.waiting() + text.length > RECEIVE_ROOM) {
            framesLost++;
            flags |= RECEIVE_FULL;
        } else {
            write(new String(text, StandardCharsets.US_ASCII));
        }
    }

    private final class Ear implements ByteLine.Listener {
        private final LineSplitter splitter = new LineSplitter(AdapterEmulator.this::command);

        @Override
        public void bytes(byte[] some) {
            splitter.add(some);
        }

        @Override
        public void lost(String how) {
            stop();
        }
    }

    /** What an emulated adapter does wrong, until told otherwise. */
    public static final class Mischief {
        private String version = "V1013";
        private int refusals;
        private int losses;
        private Optional<String> always = Optional.empty();
        private boolean mute;

        private Mischief() {}

        /** Calls itself that. */
        public void version(String text) {
            version = text;
        }

        /** Refuses the next frames. */
        public void refuse(int frames) {
            refusals = frames;
        }

        /** Forgets to answer the next frames. */
        public void forget(int frames) {
            losses = frames;
        }

        /** Answers nothing any more. */
        public void mute() {
            mute = true;
        }

        /** Is another device: answers that to whatever it is sent. */
        public void say(String text) {
            always = Optional.of(text);
        }

        private String version() {
            return version;
        }

        private Optional<String> instead(String command) {
            if (SlcanText.isFrame(command) && refusals > 0) {
                refusals--;
                return Optional.of(LineSplitter.BELL);
            }
            return always;
        }

        private boolean silent(String command) {
            if (SlcanText.isFrame(command) && losses > 0) {
                losses--;
                return true;
            }
            return mute;
        }
    }
}

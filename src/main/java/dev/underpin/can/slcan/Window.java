package dev.underpin.can.slcan;

import dev.underpin.can.CanFrame;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.time.Nanos;

/**
 * How much may be under way to the adapter: enough that neither the line nor the bus waits for an answer, no more, as what is under way
 * neither competes by its identifier nor can be taken back. On the line that is what it carries during the fastest round trip seen, and two
 * commands; in the adapter, what the bus carries meanwhile, and two frames. An adapter that ran out of room all the same, as others use the
 * bus too, gets one at a time, and slowly more again.
 */
final class Window {
    private static final int BITS_OF_BYTE = 10;
    private static final long GUESS = 2 * Nanos.MILLISECOND;
    private static final int MOST = 64;
    private static final int ANSWERS_FOR_MORE = 4;

    private final SlcanSettings settings;
    private long fastest = Long.MAX_VALUE;
    private long busFree;
    private int ceiling = MOST;
    private int accepted;
    private int commands;
    private int bytes;

    Window(SlcanSettings settings) {
        this.settings = settings;
    }

    /** Whether the line has room for a command of {@code length} bytes; if not, an answer makes it. */
    boolean lineHasRoom(int length) {
        long carried = settings.baud() / BITS_OF_BYTE * roundTrip() / Nanos.SECOND;
        return commands < ceiling && (commands < 2 || bytes + length <= carried * 5 / 4 + 2L * length);
    }

    /** From when on the adapter has room for a frame, as far as is known of others' frames. */
    long adapterHasRoomAt(CanFrame frame, int length) {
        return busFree - roundTrip() - 2 * (onLine(length) + onBus(frame));
    }

    private long roundTrip() {
        return fastest == Long.MAX_VALUE ? GUESS : fastest;
    }

    private long onLine(int length) {
        return (long) length * BITS_OF_BYTE * Nanos.SECOND / settings.baud();
    }

    private long onBus(CanFrame frame) {
        return FrameLength.nanos(frame, settings.timing());
    }

    void sent(int length) {
        commands++;
        bytes += length;
    }

    /** What was sent at the moment {@code now} is a frame. */
    void sent(CanFrame frame, int length, long now) {
        busFree = Math.max(busFree, now + onLine(length)) + onBus(frame);
    }

    /** Another node's frame took its time on the bus: what waits in the adapter waits longer. */
    void heard(CanFrame frame, long now) {
        if (busFree > now) {
            busFree += onBus(frame);
        }
    }

    /** @param roundTrip nanoseconds from its writing to its answer */
    void answered(int length, long roundTrip) {
        commands--;
        bytes -= length;
        fastest = Math.min(fastest, roundTrip);
    }

    void accepted() {
        if (++accepted >= ANSWERS_FOR_MORE) {
            accepted = 0;
            ceiling = Math.min(MOST, ceiling + 1);
        }
    }

    void noRoom() {
        ceiling = 1;
        accepted = 0;
    }

    /** Nothing is under way any more. */
    void clear() {
        commands = 0;
        bytes = 0;
    }
}

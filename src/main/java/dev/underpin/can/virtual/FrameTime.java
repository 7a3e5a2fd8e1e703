package dev.underpin.can.virtual;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.time.Nanos;

/** How long frames take on one bus, from the start of frame to the end of the end of frame. */
final class FrameTime {
    private static final int INTERMISSION = 3;

    private final BusTiming timing;
    private final long intermission;
    /** Nanoseconds of a nominal bit when they are a whole number, else 0. */
    private final long exactBit;

    FrameTime(BusTiming timing) {
        this.timing = timing;
        this.intermission = timing.nominalNanos(INTERMISSION);
        this.exactBit = Nanos.SECOND % timing.nominalBitRate() == 0 ? timing.nominalNanos(1) : 0;
    }

    long nanos(CanFrame frame) {
        return exactBit > 0 && !frame.fd()
                ? (FrameLength.bits(frame) - INTERMISSION) * exactBit
                : FrameLength.nanos(frame, timing) - intermission;
    }
}

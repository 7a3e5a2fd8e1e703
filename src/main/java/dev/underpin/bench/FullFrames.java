package dev.underpin.bench;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;
import dev.underpin.can.bits.FrameLength;
import dev.underpin.isotp.IsoTpParameters;
import java.util.ArrayList;
import java.util.List;

/** The consecutive frames, all full, that carry a message: what a line carries at best. */
final class FullFrames {
    private final List<CanFrame> frames = new ArrayList<>();
    private final int capacity;

    FullFrames(IsoTpParameters parameters, byte[] message) {
        capacity = parameters.txDl() - 1;
        for (int offset = parameters.txDl() - 2; offset < message.length; offset += capacity) {
            byte[] data = new byte[parameters.txDl()];
            data[0] = (byte) (0x20 | (frames.size() + 1 & 0xF));
            System.arraycopy(message, offset, data, 1, Math.min(capacity, message.length - offset));
            frames.add(
                    parameters.fd()
                            ? CanFrame.fd(Transfers.TESTER, false, parameters.bitRateSwitch(), data)
                            : CanFrame.classic(Transfers.TESTER, data));
        }
    }

    int count() {
        return frames.size();
    }

    CanFrame frame(int index) {
        return frames.get(index);
    }

    /** Bytes that they carry besides the sequence numbers. */
    long payload() {
        return (long) capacity * frames.size();
    }

    /** How long they take the bus, stuff bits and intermissions included. */
    long nanos(BusTiming timing) {
        return frames.stream()
                .mapToLong(frame -> FrameLength.nanos(frame, timing))
                .sum();
    }
}

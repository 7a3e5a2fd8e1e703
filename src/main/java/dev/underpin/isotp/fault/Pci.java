package dev.underpin.isotp.fault;

import dev.underpin.can.gate.Choice;
import dev.underpin.can.gate.Intervention;
import dev.underpin.can.gate.Way;
import java.util.List;

/** Changes in the protocol control information of frames. */
final class Pci {
    private Pci() {}

    static void check(Frames frames, FrameKind kind, int value, int largest) {
        if (frames.kind() != kind || value < 0 || value > largest) {
            throw new IllegalArgumentException(
                    "%s with 0x%X: expected %s with one of 0..0x%X".formatted(frames.kind(), value, kind, largest));
        }
    }

    /** Another lower half of the first byte. */
    static List<Intervention> low(Way way, Frames frames, int value) {
        return List.of(new Intervention.Modify(frames.passing(way), frames.place(0), 0xF, value));
    }

    /** Another byte {@code index}. */
    static List<Intervention> whole(Way way, Frames frames, int index, int value) {
        return List.of(new Intervention.Modify(frames.passing(way), frames.place(index), 0xFF, value));
    }

    /** All frames of the kind, whatever their number. */
    static Choice all(Way way, Frames frames) {
        return new Frames(frames.identifiers(), frames.addressByte(), frames.kind(), 0).passing(way);
    }
}

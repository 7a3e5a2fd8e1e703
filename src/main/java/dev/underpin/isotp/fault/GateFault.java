package dev.underpin.isotp.fault;

import dev.underpin.can.gate.Intervention;
import dev.underpin.can.gate.Way;
import java.util.List;

/**
 * A fault that a gateway between a node and its bus makes (ISO 15765-2:2016, 9.6 and 9.8): {@link #interventions()} are what a
 * {@link dev.underpin.can.gate.Gate} is given, in that order. Each has the way that the frames pass the gate and the frames meant.
 */
public sealed interface GateFault extends IsoTpFault {
    /** What the gate is to do. */
    List<Intervention> interventions();

    /** The frames do not pass; of a flow control: it is missing. */
    record Lost(Way way, Frames frames) implements GateFault {
        @Override
        public List<Intervention> interventions() {
            return List.of(new Intervention.Drop(frames.passing(way)));
        }
    }

    /** The frames pass so much later. */
    record Late(Way way, Frames frames, long by) implements GateFault {
        @Override
        public List<Intervention> interventions() {
            return List.of(new Intervention.Delay(frames.passing(way), by, by));
        }
    }

    /** The frames pass twice. */
    record Doubled(Way way, Frames frames) implements GateFault {
        @Override
        public List<Intervention> interventions() {
            return List.of(new Intervention.Duplicate(frames.passing(way), 1));
        }
    }

    /** The frames pass behind the next one of their kind. */
    record Reordered(Way way, Frames frames) implements GateFault {
        @Override
        public List<Intervention> interventions() {
            return List.of(new Intervention.Reorder(frames.passing(way), 1));
        }
    }

    /** The frames pass with other bits in the data byte at {@code index}: where {@code mask} has bits set, those of {@code value}. */
    record Altered(Way way, Frames frames, int index, int mask, int value) implements GateFault {
        @Override
        public List<Intervention> interventions() {
            return List.of(new Intervention.Modify(frames.passing(way), index, mask, value));
        }
    }

    /** Consecutive frames pass with that sequence number, 0..15. */
    record WrongSequenceNumber(Way way, Frames frames, int number) implements GateFault {
        public WrongSequenceNumber {
            Pci.check(frames, FrameKind.CONSECUTIVE_FRAME, number, 0xF);
        }

        @Override
        public List<Intervention> interventions() {
            return Pci.low(way, frames, number);
        }
    }

    /** Flow controls pass with that flow status, 0..15: 1 wait, 2 overflow, 3..15 reserved. */
    record FlowStatus(Way way, Frames frames, int status) implements GateFault {
        /** The sender is asked to wait. */
        public static final int WAIT = 1;

        /** The sender is told that there is no room. */
        public static final int OVERFLOW = 2;

        public FlowStatus {
            Pci.check(frames, FrameKind.FLOW_CONTROL, status, 0xF);
        }

        @Override
        public List<Intervention> interventions() {
            return Pci.low(way, frames, status);
        }
    }

    /** In place of flow controls the sender is asked to wait, again every {@code period}, as long as the fault lasts. */
    record WaitForEver(Way way, Frames frames, long period) implements GateFault {
        public WaitForEver {
            Pci.check(frames, FrameKind.FLOW_CONTROL, 0, 0);
        }

        @Override
        public List<Intervention> interventions() {
            Intervention again = new Intervention.Replay(frames.passing(way), period, Intervention.Replay.FOR_EVER);
            return List.of(again, new Intervention.Modify(Pci.all(way, frames), frames.place(0), 0xF, FlowStatus.WAIT));
        }
    }

    /** Flow controls pass with that block size, 0..0xFF. */
    record ChangedBlockSize(Way way, Frames frames, int blockSize) implements GateFault {
        public ChangedBlockSize {
            Pci.check(frames, FrameKind.FLOW_CONTROL, blockSize, 0xFF);
        }

        @Override
        public List<Intervention> interventions() {
            return Pci.whole(way, frames, 1, blockSize);
        }
    }

    /** Flow controls pass with that separation time as coded, 0..0xFF. */
    record ChangedStMin(Way way, Frames frames, int stMin) implements GateFault {
        public ChangedStMin {
            Pci.check(frames, FrameKind.FLOW_CONTROL, stMin, 0xFF);
        }

        @Override
        public List<Intervention> interventions() {
            return Pci.whole(way, frames, 2, stMin);
        }
    }
}

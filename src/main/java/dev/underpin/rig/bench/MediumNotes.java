package dev.underpin.rig.bench;

import dev.underpin.can.CanFrame;
import dev.underpin.can.slcan.SlcanCarrier;
import dev.underpin.can.socketcan.KernelCarrier;
import dev.underpin.can.socketcan.SocketCanBus;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.rig.recorder.Pen;

/** Writes down what a medium does besides carrying frames: at most {@value #MOST} records for a bus. */
final class MediumNotes implements KernelCarrier.Notices, SocketCanBus.Notices {
    private static final int MOST = 1000;

    private final Pen pen;
    private final String bus;
    private int written;

    MediumNotes(Pen pen, String bus) {
        this.pen = pen;
        this.bus = bus;
    }

    @Override
    public void lost(String interfaceName, String sender, CanFrame frame) {
        write("lost", interfaceName, sender, frame);
        RigErrors.requireUp(interfaceName);
    }

    /** What adapters do besides. */
    SlcanCarrier.Notices adapters() {
        return new SlcanCarrier.Notices() {
            @Override
            public void lost(String adapter, String sender, CanFrame frame) {
                write("lost", adapter, sender, frame);
            }

            @Override
            public void foreign(String adapter, CanFrame frame) {
                write("foreign", adapter, "", frame);
            }
        };
    }

    @Override
    public void foreign(String interfaceName, CanFrame frame) {
        write("foreign", interfaceName, "", frame);
    }

    /** An adapter lost something. */
    void lost(String adapter, String what) {
        write("lost", adapter, "", what);
    }

    private void write(String event, String interfaceName, String sender, CanFrame frame) {
        write(event, interfaceName, sender, frame.toString());
    }

    private void write(String event, String interfaceName, String sender, String what) {
        if (written < MOST) {
            written++;
            pen.write(
                    Kind.MEDIUM,
                    bus,
                    Fields.of("bus", bus)
                            .and("interface", interfaceName)
                            .and("event", event)
                            .and("sender", sender.isEmpty() ? null : sender)
                            .and("frame", what));
        }
    }
}

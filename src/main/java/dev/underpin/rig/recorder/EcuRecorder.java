package dev.underpin.rig.recorder;

import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.ecu.BootListener;
import dev.underpin.vehicle.ecu.Supply;
import dev.underpin.vehicle.ecu.flash.FlashListener;
import java.util.Locale;

/** Writes what can be seen at a control unit without asking it: its supply, its resets, the operations on its flash. */
public final class EcuRecorder implements BootListener, FlashListener {
    private static final double TENTH = 10;

    private final Pen pen;
    private final String ecu;
    private final Alarm quiet;
    private String slot = "";
    private Operation operation = Operation.MARK;
    private long bytes;

    public EcuRecorder(Pen pen, String ecu) {
        this.pen = pen;
        this.ecu = ecu;
        this.quiet = pen.scheduler().alarm(this::flush);
    }

    /** Writes the supply from now on. */
    public void watch(Supply supply) {
        supplied(supply.powered(), supply.volts());
        supply.listen(this::supplied);
    }

    @Override
    public void booted(Boot boot) {
        flush();
        pen.write(
                Kind.BOOT,
                "probe",
                Fields.of("ecu", boot.ecu())
                        .and("from", boot.from())
                        .and("slot", boot.slot())
                        .and("version", boot.version())
                        .and("sha256", boot.sha256())
                        .and("complete", boot.complete()));
    }

    @Override
    public void operated(String onSlot, Operation done, int count) {
        if (!onSlot.equals(slot) || done != operation) {
            flush();
        }
        slot = onSlot;
        operation = done;
        bytes += count;
        quiet.in(Nanos.SECOND);
    }

    private void flush() {
        quiet.cancel();
        if (bytes > 0) {
            pen.write(
                    Kind.FLASH,
                    "probe",
                    Fields.of("ecu", ecu)
                            .and("slot", slot)
                            .and("operation", operation.name().toLowerCase(Locale.ROOT))
                            .and("bytes", bytes));
        }
        bytes = 0;
    }

    private void supplied(boolean powered, double volts) {
        pen.write(
                Kind.SUPPLY,
                "supply",
                Fields.of("ecu", ecu).and("powered", powered).and("volts", Math.round(volts * TENTH) / TENTH));
    }
}

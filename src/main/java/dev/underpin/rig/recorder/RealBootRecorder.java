package dev.underpin.rig.recorder;

import dev.underpin.can.CanBus;
import dev.underpin.history.Fields;
import dev.underpin.history.Kind;
import dev.underpin.isotp.IsoTpSniffer;
import dev.underpin.vehicle.ecu.table.CanAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * Writes the restarts of a real control unit, into which nobody can look, from what it says of itself: the version (F195) and the image
 * (F1A0) that it runs, when it was asked to reset before (ISO 14229-1, 0x11) and has not refused, or when the image is another than it ran
 * last. Which slot that is in stays unknown.
 */
public final class RealBootRecorder {
    private static final int RESET = 0x11;
    private static final int NEGATIVE = 0x7F;
    private static final int READ = 0x62;
    private static final int VERSION = 0xF195;
    private static final int IMAGE = 0xF1A0;
    private static final int HEADER = 3;
    private static final int PENDING = 0x78;

    private final Pen pen;
    private final String ecu;
    private boolean reset;
    private String version = "";
    private String image = "";

    public RealBootRecorder(Pen pen, String ecu) {
        this.pen = pen;
        this.ecu = ecu;
    }

    /** Listens to its responses, and to requests to it and, under the identifier {@code functional}, to all. */
    public void listen(CanBus bus, CanAddress address, int functional) {
        Map<Integer, IsoTpSniffer> ears = Map.of(
                address.response(),
                new IsoTpSniffer(address.response(), (at, message) -> told(message)),
                address.request(),
                new IsoTpSniffer(address.request(), (at, message) -> asked(message)),
                functional,
                new IsoTpSniffer(functional, (at, message) -> asked(message)));
        bus.observe((at, sender, frame) -> {
            IsoTpSniffer ear = frame.extended() ? null : ears.get(frame.id());
            if (ear != null) {
                ear.frame(at, frame);
            }
        });
    }

    /** A request to the control unit. */
    void asked(byte[] pdu) {
        if ((pdu[0] & 0xFF) == RESET) {
            reset = true;
            version = "";
        }
    }

    /** A response of the control unit. */
    void told(byte[] pdu) {
        int service = pdu[0] & 0xFF;
        if (service == NEGATIVE && pdu.length == HEADER && (pdu[1] & 0xFF) == RESET && (pdu[2] & 0xFF) != PENDING) {
            reset = false;
        } else if (service == READ && pdu.length > HEADER) {
            read((pdu[1] & 0xFF) << Byte.SIZE | (pdu[2] & 0xFF), Arrays.copyOfRange(pdu, HEADER, pdu.length));
        }
    }

    private void read(int identifier, byte[] value) {
        if (identifier == VERSION) {
            version = new String(value, StandardCharsets.US_ASCII).strip();
        } else if (identifier == IMAGE) {
            runs(HexFormat.of().formatHex(value));
        }
    }

    private void runs(String told) {
        boolean another = !image.isEmpty() && !image.equals(told);
        image = told;
        if ((reset || another) && !version.isEmpty()) {
            reset = false;
            pen.write(
                    Kind.BOOT,
                    "wire",
                    Fields.of("ecu", ecu)
                            .and("from", "application")
                            .and("version", version)
                            .and("sha256", image)
                            .and("complete", true));
        }
    }
}

package dev.underpin.defect;

import dev.underpin.can.CanFrame;
import dev.underpin.vehicle.Fitting;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Control units that send or hear some frames with other data. */
final class Frames {
    private Frames() {}

    /** A vehicle in which a control unit sends frames with changed data, by their identifiers. */
    static Fitting sent(String ecu, Map<Integer, Consumer<byte[]>> changes) {
        return Wire.sending(ecu, frame -> List.of(changed(frame, changes)));
    }

    /** A vehicle in which a control unit hears frames with changed data, by their identifiers. */
    static Fitting heard(String ecu, Map<Integer, Consumer<byte[]>> changes) {
        return Wire.hearing(ecu, frame -> List.of(changed(frame, changes)));
    }

    private static CanFrame changed(CanFrame frame, Map<Integer, Consumer<byte[]>> changes) {
        Consumer<byte[]> change = changes.get(frame.id());
        if (change == null) {
            return frame;
        }
        byte[] data = frame.data();
        change.accept(data);
        return Wire.with(frame, data);
    }
}

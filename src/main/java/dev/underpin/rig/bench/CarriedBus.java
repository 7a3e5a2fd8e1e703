package dev.underpin.rig.bench;

import dev.underpin.can.CanFrame;
import dev.underpin.can.virtual.Carrier;
import dev.underpin.mistake.UserMistake;
import dev.underpin.serial.DeviceError;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The kernel or adapters as a bus's carrier; what they cannot do is the rig's failure. */
record CarriedBus(Carrier carrier) implements Carrier {
    @Override
    public @Nullable CanFrame carry(String sender, CanFrame frame) {
        try {
            return carrier.carry(sender, frame);
        } catch (UserMistake unusable) {
            throw RigErrors.of(unusable);
        } catch (DeviceError wrong) {
            throw RigErrors.of(wrong);
        } catch (UncheckedIOException broken) {
            throw RigErrors.of(broken);
        }
    }
}

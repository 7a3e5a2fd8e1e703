package dev.underpin.rig.bench;

import dev.underpin.can.CanFrame;
import dev.underpin.can.socketcan.KernelCarrier;
import dev.underpin.can.virtual.Carrier;
import dev.underpin.mistake.UserMistake;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The kernel as a bus's carrier; what it cannot do is the rig's failure. */
record CarriedBus(KernelCarrier carrier) implements Carrier {
    @Override
    public @Nullable CanFrame carry(String sender, CanFrame frame) {
        try {
            return carrier.carry(sender, frame);
        } catch (UserMistake unusable) {
            throw RigErrors.of(unusable);
        } catch (UncheckedIOException broken) {
            throw RigErrors.of(broken);
        }
    }
}

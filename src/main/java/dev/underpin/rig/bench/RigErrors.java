package dev.underpin.rig.bench;

import dev.underpin.can.socketcan.CanSockets;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigError;
import dev.underpin.serial.DeviceError;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What goes wrong with a medium is the rig's failure: never the vehicle's, and not the end of the whole run. */
final class RigErrors {
    private RigErrors() {}

    /** An interface cannot be used; the mistake's words say what to type. */
    static RigError of(UserMistake unusable) {
        return new RigError(String.valueOf(unusable.getMessage()));
    }

    /** A device does not do what it is told; the error's words say what to look at. */
    static RigError of(DeviceError wrong) {
        return new RigError(String.valueOf(wrong.getMessage()));
    }

    static RigError of(IOException broken) {
        return new RigError("a CAN interface broke: " + broken.getMessage());
    }

    static RigError of(UncheckedIOException broken) {
        return new RigError("a CAN interface broke: " + broken.getMessage());
    }

    /** Throws a RigError when the interface is down or gone. */
    static void requireUp(String interfaceName) {
        try {
            CanSockets.requireUp(interfaceName);
        } catch (UserMistake unusable) {
            throw of(unusable);
        } catch (IOException broken) {
            throw of(broken);
        }
    }

    static void close(Closeable medium) {
        try {
            medium.close();
        } catch (IOException broken) {
            throw of(broken);
        }
    }
}

package dev.underpin.vehicle.app;

import dev.underpin.can.CanFrame;
import dev.underpin.can.database.Message;
import dev.underpin.can.database.Signal;

/** A frame that is being filled with signals before it is sent. */
final class Frame {
    private final Message message;
    private final byte[] data;

    Frame(Message message) {
        this.message = message;
        this.data = new byte[message.length()];
    }

    /** Sets a signal to the nearest value that it can carry. */
    Frame set(String name, double value) {
        Signal signal = message.signal(name);
        signal.set(data, signal.saturate(value));
        return this;
    }

    Frame set(String name, boolean value) {
        return set(name, value ? 1 : 0);
    }

    Frame set(String name, Enum<?> value) {
        return set(name, value.ordinal());
    }

    CanFrame toCan() {
        return message.frame(data);
    }
}

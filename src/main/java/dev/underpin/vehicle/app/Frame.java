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
        message.signal(name).setNearest(data, value);
        return this;
    }

    Frame set(String name, boolean value) {
        return set(name, value ? 1 : 0);
    }

    /** Sets a signal to the value that its table calls like {@code value}. */
    Frame set(String name, Enum<?> value) {
        Signal signal = message.signal(name);
        signal.setRaw(data, signal.rawOf(Labels.of(value)).orElseThrow());
        return this;
    }

    CanFrame toCan() {
        return message.frame(data);
    }
}

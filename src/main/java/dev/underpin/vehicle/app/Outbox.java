package dev.underpin.vehicle.app;

import dev.underpin.can.CanFrame;
import dev.underpin.can.CanPort;
import dev.underpin.can.database.Database;
import dev.underpin.can.database.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The cyclic frames of a control unit: each is filled at the moment it is sent, on every bus that the unit is on. */
final class Outbox {
    private final Database database;
    private final List<TransmitBuffers> buffers;
    private final long tick;
    private final Map<String, Cyclic> cyclic = new LinkedHashMap<>();
    private long ticks;

    /**
     * An empty one.
     *
     * @param tick nanoseconds between two calls of {@link #tick()}
     */
    Outbox(Database database, List<CanPort> ports, long tick) {
        this.database = database;
        this.buffers = ports.stream().map(TransmitBuffers::new).toList();
        this.tick = tick;
    }

    /** Sends {@code message} in the cycle that the database gives it. */
    void cyclic(String message, Consumer<Frame> fill) {
        Message definition = database.message(message);
        int every = (int) Math.max(1, definition.cycle() / tick);
        cyclic.put(message, new Cyclic(definition, every, cyclic.size() % every, fill));
    }

    /** Sends {@code message} now, beside its cycle. */
    void now(String message) {
        Cyclic entry = cyclic.get(message);
        if (entry != null) {
            send(entry);
        }
    }

    void tick() {
        for (Cyclic entry : cyclic.values()) {
            if (ticks % entry.every == entry.phase) {
                send(entry);
            }
        }
        ticks++;
    }

    private void send(Cyclic entry) {
        Frame frame = new Frame(entry.message);
        entry.fill.accept(frame);
        CanFrame ready = frame.toCan();
        for (TransmitBuffers buffer : buffers) {
            buffer.send(ready);
        }
    }

    private record Cyclic(Message message, int every, int phase, Consumer<Frame> fill) {}
}

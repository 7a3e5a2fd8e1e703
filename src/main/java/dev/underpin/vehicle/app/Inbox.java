package dev.underpin.vehicle.app;

import dev.underpin.can.CanFrame;
import dev.underpin.can.database.Database;
import dev.underpin.can.database.Message;
import dev.underpin.can.database.MessageList;
import dev.underpin.can.database.Signal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last frame of every message with an 11-bit identifier that a control unit has heard since its reset. A signal is named
 * {@code Message.Signal}.
 */
final class Inbox {
    /** The moment of a message that was never heard. */
    static final long NEVER = Long.MIN_VALUE;

    private final Database database;
    private final MessageList messages;
    private final @Nullable CanFrame[] frames;
    private final long[] heardAt;
    private final Map<String, Source> sources = new HashMap<>();
    private long frameCount;
    private long lastAt = NEVER;

    Inbox(Database database) {
        this.database = database;
        messages = database.messages();
        frames = new CanFrame[messages.size()];
        heardAt = new long[messages.size()];
        Arrays.fill(heardAt, NEVER);
    }

    void received(CanFrame frame, long now) {
        frameCount++;
        lastAt = now;
        int place = frame.extended() || frame.remote() ? MessageList.NOWHERE : messages.place(frame.id());
        if (place != MessageList.NOWHERE) {
            frames[place] = frame;
            heardAt[place] = now;
        }
    }

    /** The physical value of a signal, or {@code otherwise} if the last frame of its message lacks it or was never heard. */
    double value(String signal, double otherwise) {
        Source source = source(signal);
        byte[] data = data(source);
        return data == null ? otherwise : source.signal.decode(data);
    }

    private byte @Nullable [] data(Source source) {
        CanFrame frame = frames[source.place];
        if (frame == null || frame.length() < source.message.length()) {
            return null;
        }
        byte[] data = frame.data();
        return source.message.active(source.signal, data) ? data : null;
    }

    /** Whether a signal was heard and is not 0. */
    boolean on(String signal) {
        return value(signal, 0) != 0;
    }

    /** The name of a signal's value in its value table, or {@code otherwise} where {@link #value} is. */
    String label(String signal, String otherwise) {
        Source source = source(signal);
        byte[] data = data(source);
        return data == null ? otherwise : source.signal.label(data).orElse(otherwise);
    }

    /** Whether a signal was heard with the value that its table calls like {@code value}. */
    boolean is(String signal, Enum<?> value) {
        return label(signal, "").equals(Labels.of(value));
    }

    /** The last frame of a message, or null if it was never heard. */
    @Nullable
    CanFrame frame(String message) {
        return frames[place(message)];
    }

    /** When a message was heard last, vehicle time in nanoseconds, or {@link #NEVER}. */
    long heardAt(String message) {
        return heardAt[place(message)];
    }

    /** When anything was heard last, or {@link #NEVER}. */
    long heardAnythingAt() {
        return lastAt;
    }

    /** How many frames were heard. */
    long frameCount() {
        return frameCount;
    }

    private int place(String message) {
        return messages.place(database.message(message).id());
    }

    private Source source(String name) {
        return sources.computeIfAbsent(name, this::find);
    }

    private Source find(String name) {
        int dot = name.indexOf('.');
        Message message = database.message(name.substring(0, dot));
        return new Source(message, messages.place(message.id()), message.signal(name.substring(dot + 1)));
    }

    private record Source(Message message, int place, Signal signal) {}
}

package dev.underpin.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The append-only record of one scenario. Confined to the thread of the scenario's scheduler. */
public final class History {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Kind, List<Entry>> byKind = new EnumMap<>(Kind.class);
    private final Map<String, FrameLog> frames = new TreeMap<>();
    private final Map<String, PacketLog> packets = new TreeMap<>();
    private final List<Consumer<Entry>> listeners = new ArrayList<>();
    private final Map<Class<?>, Derived> derived = new HashMap<>();

    /** @param revision of the history that {@code value} was made of */
    private record Derived(int revision, Object value) {}

    /** Appends a record of something observed at {@code at} (vehicle time, nanoseconds). */
    public Entry add(long at, Kind kind, String source, Fields fields) {
        Entry entry = new Entry(entries.size(), at, kind, source, fields.values());
        entries.add(entry);
        byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(entry);
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).accept(entry);
        }
        return entry;
    }

    /** Adds who is told of each record from now on, as it is appended; a listener must not append records itself. */
    public void listen(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    /** Takes a listener away. */
    public void unlisten(Consumer<Entry> listener) {
        listeners.remove(listener);
    }

    /** All records, in order; a live view. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The records of one kind, in order; a live view once there is one. */
    public List<Entry> of(Kind kind) {
        return Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
    }

    /** How many records there are: it moves exactly when something was added. */
    public int revision() {
        return entries.size();
    }

    /** What {@code maker}, a pure function of the records, makes of this history; made anew when a record has been added since. */
    public <T> T derived(Class<T> type, Function<History, T> maker) {
        Derived last = derived.get(type);
        if (last == null || last.revision != revision()) {
            last = new Derived(revision(), maker.apply(this));
            derived.put(type, last);
        }
        return type.cast(last.value);
    }

    /** The frames of a bus; made at the first call. */
    public FrameLog frames(String bus) {
        return frames.computeIfAbsent(bus, FrameLog::new);
    }

    /** The packets of a network other than a bus; made at the first call. */
    public PacketLog packets(String network) {
        return packets.computeIfAbsent(network, PacketLog::new);
    }

    /** The packet logs of all such networks, by name. */
    public Collection<PacketLog> networks() {
        return Collections.unmodifiableCollection(packets.values());
    }

    /** The frame logs of all buses, by name. */
    public Collection<FrameLog> buses() {
        return Collections.unmodifiableCollection(frames.values());
    }
}

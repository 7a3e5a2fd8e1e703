package dev.underpin.rig.instrument;

import dev.underpin.instrument.RelayBoard;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The relays of a rig by what hangs on them: {@value #IGNITION}, {@value #WAKE}, or the name of a control unit, whose supply goes through the
 * contact.
 *
 * <p>Threading: the scheduler's thread. Closing it leaves the contacts as they are.
 */
public final class Relays implements AutoCloseable {
    /** Terminal 15 (DIN 72552): what the ignition switches. */
    public static final String IGNITION = "kl15";

    /** The wake line. */
    public static final String WAKE = "wake";

    private final Map<String, Relay> relays;

    /**
     * One relay.
     *
     * @param channel of the board, from 1
     */
    public record Relay(RelayBoard board, int channel) {}

    public Relays(Map<String, Relay> relays) {
        this.relays = Map.copyOf(relays);
    }

    /** What hangs on relays. */
    public Set<String> names() {
        return relays.keySet();
    }

    /** Whether something hangs on one. */
    public boolean has(String name) {
        return relays.containsKey(name);
    }

    /**
     * Closes or opens a contact, in the background.
     *
     * @throws IllegalArgumentException when nothing of that name hangs on a relay
     */
    public void set(String name, boolean closed) {
        Relay relay = relays.get(name);
        if (relay == null) {
            throw new IllegalArgumentException("the rig has no relay for %s, only for %s".formatted(name, names()));
        }
        relay.board().set(relay.channel(), closed);
    }

    /**
     * From now on a contact is closed as long as {@code on} holds; does nothing when nothing of that name hangs on a relay.
     *
     * @param listen takes whom to tell when it may have changed
     */
    public void follow(String name, BooleanSupplier on, Consumer<Runnable> listen) {
        if (!has(name)) {
            return;
        }
        boolean[] last = {on.getAsBoolean()};
        set(name, last[0]);
        listen.accept(() -> {
            if (on.getAsBoolean() != last[0]) {
                last[0] = !last[0];
                set(name, last[0]);
            }
        });
    }

    /** Whether all contacts are where they were told to be, as far as their boards tell. */
    public boolean settled() {
        return relays.values().stream().allMatch(relay -> relay.board().settled());
    }

    @Override
    public void close() {
        relays.values().stream().map(Relay::board).distinct().forEach(RelayBoard::close);
    }
}

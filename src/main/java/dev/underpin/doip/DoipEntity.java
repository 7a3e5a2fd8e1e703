package dev.underpin.doip;

import dev.underpin.time.Scheduler;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.TesterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A DoIP entity (ISO 13400-2:2019): takes connections, routing activations and diagnostic messages, acknowledges a message when it
 * knows the target, and hands it to the ECU's own server or, as a gateway, to the target's tester link; every answer goes back to
 * the tester that last asked the target. Threading: the scheduler's thread.
 */
public final class DoipEntity {
    /** Logical address of all ECUs behind an entity. */
    public static final int FUNCTIONAL = 0xE400;

    private final Scheduler scheduler;
    private final int address;
    private final DoipTiming timing;
    private final OwnServer own = new OwnServer();
    private final Map<Integer, DoipRoute> routes = new TreeMap<>();
    private final List<DoipSession> sessions = new ArrayList<>();
    private IntPredicate testers = tester -> tester >= 0x0E00 && tester <= 0x0FFF;
    private @Nullable TesterLink functional;

    /**
     * An entity that accepts connections to {@code host} from now on.
     *
     * @param address its logical address
     */
    public DoipEntity(Scheduler scheduler, EthernetLink link, String host, int address, DoipTiming timing) {
        this.scheduler = scheduler;
        this.address = address;
        this.timing = timing;
        link.listen(host, connection -> sessions.add(new DoipSession(this, connection)));
        link.onPower(host, on -> powerChanged());
    }

    /** The link for the entity's own diagnostic server. */
    public ServerLink server() {
        return own;
    }

    /**
     * Makes a target known that is reached through {@code link}, which the entity listens on from now on.
     *
     * @param reachable whether the target's network works; while not, messages are refused with 06
     */
    public void route(int target, TesterLink link, BooleanSupplier reachable) {
        routes.put(target, new DoipRoute(target, link, reachable));
    }

    /** Makes a target known that is always reachable. */
    public void route(int target, TesterLink link) {
        route(target, link, () -> true);
    }

    /** Sets the link that carries functional requests on; the answers come through the targets' own links. */
    public void routeFunctional(TesterLink link) {
        functional = link;
    }

    /** Sets which tester addresses may activate routing; without, 0E00 to 0FFF. */
    public void allow(IntPredicate allowed) {
        testers = allowed;
    }

    int address() {
        return address;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    DoipTiming timing() {
        return timing;
    }

    boolean allows(int tester) {
        return testers.test(tester);
    }

    /** Whether a diagnostic message for {@code target} can be taken: the code of its acknowledgement or refusal. */
    int check(int target) {
        if (target == address || target == FUNCTIONAL) {
            return DoipCode.DIAGNOSTIC_ACKNOWLEDGED;
        }
        DoipRoute route = routes.get(target);
        if (route == null) {
            return DoipCode.DIAGNOSTIC_UNKNOWN_TARGET;
        }
        return route.isReachable() ? DoipCode.DIAGNOSTIC_ACKNOWLEDGED : DoipCode.DIAGNOSTIC_TARGET_UNREACHABLE;
    }

    /** Takes a diagnostic message that was checked and acknowledged. */
    void accept(DoipSession session, int target, byte[] message) {
        DoipRoute route = routes.get(target);
        if (target == address) {
            own.request(session, message, false);
        } else if (target == FUNCTIONAL) {
            broadcast(session, message);
        } else if (route != null) {
            route.forward(session, message);
        }
    }

    void closed(DoipSession session) {
        sessions.remove(session);
    }

    private void broadcast(DoipSession session, byte[] message) {
        routes.values().forEach(route -> route.asker(session));
        if (functional != null) {
            functional.send(message, () -> {}, why -> {});
        }
        own.request(session, message, true);
    }

    private void powerChanged() {
        sessions.clear();
        own.forget();
        routes.values().forEach(DoipRoute::forget);
    }

    /** The way to the ECU's own server. */
    private final class OwnServer implements ServerLink {
        private Listener listener = (message, addressedToAll) -> {};
        private @Nullable DoipSession asker;

        @Override
        public void send(byte[] response, Runnable done) {
            if (asker == null || !asker.answer(address, response, done)) {
                scheduler.after(0, done);
            }
        }

        @Override
        public void listen(Listener newListener) {
            listener = newListener;
        }

        void request(DoipSession session, byte[] message, boolean addressedToAll) {
            asker = session;
            listener.request(message, addressedToAll);
        }

        void forget() {
            asker = null;
        }
    }
}

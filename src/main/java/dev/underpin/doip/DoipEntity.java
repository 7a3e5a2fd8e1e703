package dev.underpin.doip;

import dev.underpin.time.Entropy;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.TesterLink;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A DoIP entity (ISO 13400-2:2019 clause 7): takes connections, routing activations and diagnostic messages, acknowledges a message
 * when it has taken it for a target, and hands it to the ECU's own server or, as a gateway, to the target's tester link. A target serves
 * one tester at a time; the messages of others wait. Over UDP it tells who it is, once it was given an identity. Threading: the
 * scheduler's thread.
 */
public final class DoipEntity {
    /** Logical address of all ECUs behind an entity (table 39). */
    public static final int FUNCTIONAL = 0xE400;

    private final Scheduler scheduler;
    private final EthernetLink link;
    private final String host;
    private final int address;
    private final DoipTiming timing;
    private final DoipOwnServer own;
    private final DoipFunctional functional;
    private final Map<Integer, DoipRoute> routes = new TreeMap<>();
    private final DoipPresence presence;
    private DoipSockets sockets;
    private @Nullable DoipIdentification identification;
    private EntityLimits limits = EntityLimits.STANDARD;
    private ActivationRules rules = ActivationRules.STANDARD;
    private IntPredicate absentNetwork = target -> false;

    /**
     * An entity that accepts connections to {@code host} from now on.
     *
     * @param address its logical address
     */
    public DoipEntity(Scheduler scheduler, EthernetLink link, String host, int address, DoipTiming timing) {
        this.scheduler = scheduler;
        this.link = link;
        this.host = host;
        this.address = address;
        this.timing = timing;
        own = new DoipOwnServer(scheduler);
        functional = new DoipFunctional(routes.values(), own);
        presence = new DoipPresence(scheduler);
        sockets = new DoipSockets(limits.sockets());
        DoipRoute toOwn = new DoipRoute(scheduler, address, own, Integer.MAX_VALUE, () -> true, functional::next);
        routes.put(address, toOwn);
        own.answerThrough(toOwn);
        link.listen(host, Transport.TCP, this::connected);
        link.onPower(host, on -> powerChanged());
    }

    /** The link for the entity's own diagnostic server. */
    public ServerLink server() {
        return own;
    }

    /**
     * Makes a target known that is reached through {@code targetLink}, which the entity listens on from now on.
     *
     * @param longest longest message that the target's network carries, bytes; longer ones are refused with 04
     * @param reachable whether the target's network works; while not, messages are refused with 06
     */
    public void route(int target, TesterLink targetLink, int longest, BooleanSupplier reachable) {
        routes.put(target, new DoipRoute(scheduler, target, targetLink, longest, reachable, functional::next));
    }

    /** Makes a target known that is always reachable, for messages of any length. */
    public void route(int target, TesterLink targetLink) {
        route(target, targetLink, Integer.MAX_VALUE, () -> true);
    }

    /**
     * Sets the link that carries functional requests on; the answers come through the targets' own links.
     *
     * @param longest longest message that it carries, bytes; longer ones are refused with 04
     */
    public void routeFunctional(TesterLink targetsLink, int longest) {
        functional.through(targetsLink, longest);
    }

    /** Sets which targets belong to networks that the entity has no way to; messages to them are refused with 07. */
    public void withoutNetwork(IntPredicate targets) {
        absentNetwork = targets;
    }

    /** Sets what the entity has room for; before anybody connects. */
    public void limit(EntityLimits newLimits) {
        limits = newLimits;
        sockets = new DoipSockets(newLimits.sockets());
    }

    /** Sets what it asks of routing activations, from the next on. */
    public void activate(ActivationRules newRules) {
        rules = newRules;
    }

    /** Accepts connections over TLS too (port 3496). */
    public void secure() {
        link.listen(host, Transport.TLS, this::connected);
    }

    /** Gives it an identity: it announces itself now and whenever it gets power, and answers over UDP. */
    public void identify(EntityIdentity identity, Entropy entropy) {
        identification = new DoipIdentification(this, link, host, identity, entropy);
    }

    /** Announces itself again, as when a network of testers is plugged in; does nothing without an identity. */
    public void announce() {
        if (identification != null) {
            identification.begin();
        }
    }

    /** Longest payload that it takes, bytes. */
    public int longest() {
        return limits.data();
    }

    /**
     * Tells {@code listener} when somebody from one of {@code hosts} is there, and when nobody is any more: a connection is open, or
     * one of them asked who is here a moment ago.
     */
    public void onPresence(Predicate<String> hosts, Consumer<Boolean> listener) {
        presence.listen(hosts, listener);
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

    EntityLimits limits() {
        return limits;
    }

    ActivationRules rules() {
        return rules;
    }

    DoipSockets sockets() {
        return sockets;
    }

    /** Bytes that may still wait for targets. */
    int freeMemory() {
        int taken = routes.values().stream().mapToInt(DoipRoute::waitingBytes).sum() + functional.waitingBytes();
        return Math.max(0, limits.memory() - taken);
    }

    /** Takes a diagnostic message for its target, if it can: the code of the acknowledgement or refusal. */
    int take(DoipSession session, DoipMessage message) {
        byte[] data = message.userData();
        if (message.target() == FUNCTIONAL) {
            return functional.take(session, data, limits.waiting());
        }
        DoipRoute route = routes.get(message.target());
        if (route == null) {
            return absentNetwork.test(message.target())
                    ? DoipCode.DIAGNOSTIC_UNKNOWN_NETWORK
                    : DoipCode.DIAGNOSTIC_UNKNOWN_TARGET;
        }
        return route.take(session, data, limits.waiting());
    }

    /** Somebody asked over UDP. */
    void asked(String from) {
        presence.asked(from);
    }

    void closed(DoipSession session) {
        sockets.remove(session);
        routes.values().forEach(route -> route.leave(session));
        functional.leave(session);
        presence.open(sockets.open());
    }

    private void connected(DoipConnection connection) {
        DoipSession session = new DoipSession(this, connection);
        if (sockets.admit(session)) {
            presence.open(sockets.open());
        } else {
            session.close();
        }
    }

    private void powerChanged() {
        sockets.clear();
        routes.values().forEach(DoipRoute::forget);
        functional.forget();
        presence.open(sockets.open());
    }
}

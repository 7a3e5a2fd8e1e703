package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a server remembers from one request to the next, and what a change of session does to it. */
final class ServerState {
    /** Messages of service 0x28: normal communication and network management. */
    private static final int ALL_MESSAGES = 3;

    private final EcuDiagnostics ecu;
    private final Set<Integer> startedRoutines = new TreeSet<>();
    private final List<Consumer<Session>> followers = new ArrayList<>();
    private final List<Runnable> resets = new ArrayList<>();
    private final List<Runnable> starts = new ArrayList<>();
    private Session session = Session.DEFAULT;
    private int unlockedLevel;
    private String role = "";
    private @Nullable Seed seed;
    private boolean settingOff;
    private boolean communicationChanged;
    private @Nullable ActiveTransfer transfer;

    ServerState(EcuDiagnostics ecu) {
        this.ecu = ecu;
    }

    Session session() {
        return session;
    }

    int unlockedLevel() {
        return unlockedLevel;
    }

    void unlock(int level) {
        unlockedLevel = level;
    }

    /** Sets the role that is authenticated, empty for none. */
    void role(String authenticated) {
        role = authenticated;
    }

    /** Adds who is told of the next session when one is left, also by a reset, which leads to the default one. */
    void onLeave(Consumer<Session> follower) {
        followers.add(follower);
    }

    /** Adds what forgets that which lasts until a reset. */
    void onReset(Runnable forgetting) {
        resets.add(forgetting);
    }

    /** Adds what goes on when the ECU has started. */
    void onPowerOn(Runnable resumption) {
        starts.add(resumption);
    }

    void powerOn() {
        starts.forEach(Runnable::run);
    }

    @Nullable
    Seed seed() {
        return seed;
    }

    void seed(@Nullable Seed given) {
        seed = given;
    }

    Set<Integer> startedRoutines() {
        return startedRoutines;
    }

    @Nullable
    ActiveTransfer transfer() {
        return transfer;
    }

    void transfer(@Nullable ActiveTransfer active) {
        transfer = active;
    }

    void setting(boolean on) {
        settingOff = !on;
        ecu.faults().setting(on);
    }

    void communication(boolean receive, boolean transmit, int messages) {
        communicationChanged |= !(receive && transmit);
        ecu.communication(receive, transmit, messages);
    }

    boolean available(Access access) {
        return access.sessions().contains(session);
    }

    void requireUnlocked(Access access) {
        NegativeResponse.unless(access.level() == 0 || access.level() == unlockedLevel, Nrc.SECURITY_ACCESS_DENIED);
        boolean authenticated = access.role().isEmpty() || access.role().equals(role);
        NegativeResponse.unless(authenticated, Nrc.AUTHENTICATION_REQUIRED);
    }

    /** Any change of session, also to the same one, locks security and ends a transfer (ISO 14229-1:2020 clause 10.2). */
    void enter(Session next) {
        forget();
        followers.forEach(follower -> follower.accept(next));
        session = next;
        if (next == Session.DEFAULT) {
            restore();
        }
        ecu.sessionChanged(next);
    }

    void reset() {
        session = Session.DEFAULT;
        startedRoutines.clear();
        forget();
        followers.forEach(follower -> follower.accept(Session.DEFAULT));
        resets.forEach(Runnable::run);
        restore();
    }

    private void forget() {
        unlockedLevel = 0;
        seed = null;
        role = "";
        ActiveTransfer ended = transfer;
        if (ended != null) {
            transfer = null;
            ended.end().abort();
        }
    }

    private void restore() {
        if (settingOff) {
            setting(true);
        }
        if (communicationChanged) {
            communication(true, true, ALL_MESSAGES);
            communicationChanged = false;
        }
    }

    /** A seed that was given and waits for its key. */
    record Seed(int level, byte[] value) {}
}

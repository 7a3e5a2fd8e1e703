package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a server remembers from one request to the next, and what a change of session does to it. */
final class ServerState {
    /** Messages of service 0x28: normal communication and network management. */
    private static final int ALL_MESSAGES = 3;

    private final EcuDiagnostics ecu;
    private final Set<Integer> startedRoutines = new TreeSet<>();
    private Session session = Session.DEFAULT;
    private int unlockedLevel;
    private @Nullable Seed seed;
    private boolean settingOff;
    private boolean communicationChanged;
    private @Nullable ActiveDownload download;

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
    ActiveDownload download() {
        return download;
    }

    void download(@Nullable ActiveDownload active) {
        download = active;
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
    }

    /** Any change of session, also to the same one, locks security and ends a download (ISO 14229-1:2020 clause 10.2). */
    void enter(Session next) {
        forget();
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
        restore();
    }

    private void forget() {
        unlockedLevel = 0;
        seed = null;
        if (download != null) {
            download = null;
            ecu.transfer().abort();
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

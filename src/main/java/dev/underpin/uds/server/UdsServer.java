package dev.underpin.uds.server;

import dev.underpin.time.Scheduler;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.Session;

/** The diagnostic server of one ECU (ISO 14229-1:2020, ISO 14229-2:2021). Threading: the scheduler's thread. */
@SuppressWarnings("DoNotCallSuggester")
public final class UdsServer {
    /** A server that is powered on, in the default session, and listens on {@code link}. */
    public UdsServer(Scheduler scheduler, ServerLink link, EcuDiagnostics ecu, ServerTiming timing) {
        throw new UnsupportedOperationException();
    }

    /** The active session. */
    public Session session() {
        throw new UnsupportedOperationException();
    }

    /** The unlocked security level, 0 when locked. */
    public int unlockedLevel() {
        throw new UnsupportedOperationException();
    }

    /** The ECU has no power or resets: nothing is served, a request at hand and a transfer are forgotten. */
    public void powerOff() {
        throw new UnsupportedOperationException();
    }

    /** The ECU has started: default session, locked; a stored excess of wrong keys starts its delay anew. */
    public void powerOn() {
        throw new UnsupportedOperationException();
    }
}

package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.vehicle.telematics.Outbox;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the diagnostics agent remembers across a loss of power. Confined to the scheduler's thread. */
public final class DiagnosticsMemory {
    private final Outbox outbox = new Outbox();
    private final Set<String> taken = new LinkedHashSet<>();
    private final Set<String> delivered = new LinkedHashSet<>();
    private @Nullable SupportSession session;
    private String lastConsent = "";

    Outbox outbox() {
        return outbox;
    }

    /** The session that is open. */
    Optional<SupportSession> session() {
        return Optional.ofNullable(session);
    }

    void session(@Nullable SupportSession open) {
        session = open;
        if (open != null) {
            lastConsent = open.consentId();
        }
    }

    /** The consent of the last session; empty when there was none. */
    public String lastConsent() {
        return lastConsent;
    }

    /** Notes that a command is being carried out; false when it was before, and must not be again. */
    boolean take(String commandId) {
        return taken.add(commandId);
    }

    /** Notes that the user has the report of a session; false when it was noted before. */
    boolean deliver(String sessionId) {
        return delivered.add(sessionId);
    }
}

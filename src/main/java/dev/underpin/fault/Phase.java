package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The phases of the flows, each known by the record with which it begins. */
public enum Phase {
    /** The vehicle tells its user of an update. */
    OFFER(Kind.SCREEN, shown("update.available")),
    /** The vehicle asks its cloud for signed metadata. */
    METADATA(Kind.HTTP, entry -> entry.text("path").matches(".*/(director|image-repo)/.*")),
    /** Images come down. */
    DOWNLOAD(Kind.SCREEN, shown("update.download")),
    /** The update is complete and waits for consent. */
    CONSENT(Kind.SCREEN, shown("update.confirm")),
    /** A control unit is asked whether it may be programmed. */
    PRECHECK(Kind.UDS, request("3101F010")),
    /** A control unit goes into its programming session. */
    PROGRAMMING(Kind.UDS, request("1002")),
    /** A control unit is unlocked. */
    UNLOCK(Kind.UDS, request("27", "29")),
    /** A slot is erased. */
    ERASE(Kind.UDS, request("3101FF00")),
    /** Blocks are transferred. */
    TRANSFER(Kind.UDS, request("36")),
    /** A transfer ends. */
    EXIT(Kind.UDS, request("37")),
    /** A control unit checks its image. */
    CHECK(Kind.UDS, request("31010202")),
    /** A control unit checks what its image depends on. */
    DEPENDENCIES(Kind.UDS, request("3101FF01")),
    /** The boot loader marks what is to start. */
    MARK(Kind.FLASH, entry -> entry.is("operation", "mark")),
    /** A control unit is reset into its new software. */
    RESET(Kind.UDS, request("1101")),
    /** A control unit comes out of reset. */
    BOOT(Kind.BOOT, entry -> true),
    /** The vehicle reports what is installed. */
    REPORT(Kind.HTTP, entry -> entry.text("path").endsWith("/manifest")),
    /** The user is told how it ended. */
    OUTCOME(Kind.SCREEN, shown("update.done", "update.error")),
    /** The vehicle asks whether it may be diagnosed from afar. */
    REQUEST(Kind.SCREEN, shown("diag.consent")),
    /** The session with the support desk is being opened. */
    SESSION(Kind.HTTP, entry -> entry.text("path").endsWith("/sessions")),
    /** A control unit is read out. */
    READ_OUT(Kind.UDS, request("1902")),
    /** What was read is sent. */
    SNAPSHOT(Kind.HTTP, entry -> entry.text("path").endsWith("/snapshot")),
    /** The driver is guided. */
    GUIDANCE(Kind.SCREEN, shown("diag.guidance")),
    /** The user is told what came out of it. */
    RESULT(Kind.SCREEN, shown("diag.result"));

    private final Kind kind;
    private final Predicate<Entry> begins;

    Phase(Kind kind, Predicate<Entry> begins) {
        this.kind = kind;
        this.begins = begins;
    }

    /** Its name in plans, such as {@code read-out}. */
    public String id() {
        return FaultKind.hyphened(this);
    }

    /** Whether the record begins it. */
    public boolean begins(Entry entry) {
        return entry.kind() == kind && begins.test(entry);
    }

    /** The phase of that name. */
    public static Optional<Phase> named(String id) {
        return Stream.of(values()).filter(phase -> phase.id().equals(id)).findFirst();
    }

    /** The phase that a record begins, if it begins one. */
    public static Optional<Phase> begunBy(Entry entry) {
        return Stream.of(values()).filter(phase -> phase.begins(entry)).findFirst();
    }

    private static Predicate<Entry> shown(String... views) {
        return entry -> entry.is("change", "shown") && Stream.of(views).anyMatch(view -> entry.is("view", view));
    }

    private static Predicate<Entry> request(String... prefixes) {
        return entry -> entry.is("direction", "request")
                && Stream.of(prefixes).anyMatch(prefix -> entry.text("pdu").startsWith(prefix));
    }
}

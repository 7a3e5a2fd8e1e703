package dev.underpin.uds.server;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ECU is to its diagnostic server. Every part is asked for anew with every request, so an ECU may give others after it
 * entered its boot loader. Threading: the scheduler's thread.
 */
public interface EcuDiagnostics {
    /** The services and from where they may be used. */
    ServiceTable services();

    /** The data identifier, or null when the ECU has none of that number. */
    @Nullable
    DataIdentifier data(int did);

    /** The routine, or null when the ECU has none of that number. */
    @Nullable
    Routine routine(int rid);

    /** The fault memory. */
    FaultMemoryView faults();

    /** The memory that can be downloaded into. */
    Transfer transfer();

    /** Seeds and keys. */
    SecurityAlgorithm security();

    /**
     * Last check before a request is carried out: the conditions of vehicle and supply.
     *
     * @param request the whole request, not to be changed
     * @return {@link Nrc#POSITIVE}, or 0x22, 0x88, 0x90, 0x92, 0x93 and their like
     */
    Nrc precondition(int sid, byte[] request);

    /**
     * A session was asked for and may be entered; a change into {@link Session#PROGRAMMING} is where an ECU jumps into its boot
     * loader. A positive answer carries no record; the server enters the session when it comes.
     */
    void enter(Session session, Answer answer);

    /** The session has changed, by request or by timeout; security is locked. */
    void sessionChanged(Session session);

    /** Whether the reset type (01 hard, 02 key off on, 03 soft) exists. */
    boolean supportsReset(int kind);

    /** Resets, now that the response has left. The ECU calls {@link UdsServer#powerOff} and {@link UdsServer#powerOn} on its way. */
    void reset(int kind);

    /**
     * Service 0x28. The server switches everything on again when it returns to the default session.
     *
     * @param messages 1 normal communication, 2 network management, 3 both
     */
    void communication(boolean receive, boolean transmit, int messages);

    /** First check of all, before the service is even known: {@link Nrc#POSITIVE}, or the maker's objection. */
    default Nrc objection(byte[] request) {
        return Nrc.POSITIVE;
    }

    /** Whether a physical request that comes while another is served is refused with 0x21, or else passed over. */
    default boolean saysBusy() {
        return true;
    }

    /** The memory that can be reached by address. */
    default List<MemoryRange> memory() {
        return List.of();
    }

    /** The scaling record of a data identifier (service 0x24, annex C.2), or null when it has none. */
    default byte @Nullable [] scaling(int did) {
        return null;
    }

    /** The output that a data identifier stands for (service 0x2F), or null when there is none. */
    default @Nullable Output output(int did) {
        return null;
    }

    /** Certificates (service 0x29), or null when the ECU knows none. */
    default @Nullable Authentication authentication() {
        return null;
    }

    /** Files (service 0x38), or null when the ECU has none. */
    default @Nullable FileStore files() {
        return null;
    }

    /** Secured data transmission (service 0x84), or null when the ECU has it not. */
    default @Nullable SecuredChannel securedChannel() {
        return null;
    }

    /** Bit rates (service 0x87), or null when they cannot be changed. */
    default @Nullable LinkRates linkRates() {
        return null;
    }

    /** Where events that a tester lets store survive a reset (service 0x86). */
    default EventMemory events() {
        return EventMemory.NONE;
    }

    /** Longest periodic message that the ECU can send (service 0x2A), its identifier byte included. */
    default int periodicLimit() {
        return responseLimit();
    }

    /** Longest response that the ECU can send, bytes. */
    default int responseLimit() {
        return 4095;
    }
}

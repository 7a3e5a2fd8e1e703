package dev.underpin.uds.server;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.Session;
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

    /** Longest response that the ECU can send, bytes. */
    default int responseLimit() {
        return 4095;
    }
}

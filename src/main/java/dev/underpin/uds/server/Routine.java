package dev.underpin.uds.server;

import org.jspecify.annotations.Nullable;

/**
 * A routine of service 0x31. Each part answers with what follows {@code 71 sub RID}, usually a routine info or status byte first.
 * The server refuses stop and result with 0x24 while the routine was not started since power on.
 *
 * @param id two bytes
 * @param name for people
 * @param access from where it may be used
 * @param optionLength bytes that a start request has to carry after the RID, or -1 for any number
 * @param start sub-function 01
 * @param stop sub-function 02, null when it cannot be stopped
 * @param result sub-function 03, null when it has none
 */
public record Routine(
        int id,
        String name,
        Access access,
        int optionLength,
        Step start,
        @Nullable Step stop,
        @Nullable Step result) {

    /** A routine that can only be started, with {@code optionLength} bytes of options. */
    public static Routine startable(int id, String name, Access access, int optionLength, Step start) {
        return new Routine(id, name, access, optionLength, start, null, null);
    }

    /** The same, with sub-function 02. */
    public Routine stoppable(Step newStop) {
        return new Routine(id, name, access, optionLength, start, newStop, result);
    }

    /** The same, with sub-function 03. */
    public Routine withResult(Step newResult) {
        return new Routine(id, name, access, optionLength, start, stop, newResult);
    }

    /** One sub-function. */
    @FunctionalInterface
    public interface Step {
        /** Does it, with the bytes after the RID, and answers at once or later. */
        void run(byte[] options, Answer answer);
    }
}

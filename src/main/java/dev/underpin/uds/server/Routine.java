package dev.underpin.uds.server;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A routine of service 0x31. Each part answers with what follows {@code 71 sub RID}, usually a routine info or status byte first.
 * The server refuses stop and result with 0x24 while the routine was not started since power on.
 *
 * @param id two bytes
 * @param name for people
 * @param access from where it may be used
 * @param optionLength bytes that a start request has to carry after the RID, or -1 for any number
 * @param valid whether a start request's options of the right length are in range, else 0x31
 * @param start sub-function 01
 * @param stop sub-function 02, null when it cannot be stopped
 * @param result sub-function 03, null when it has none
 */
public record Routine(
        int id,
        String name,
        Access access,
        int optionLength,
        Predicate<byte[]> valid,
        Step start,
        @Nullable Step stop,
        @Nullable Step result) {

    /** A routine that can only be started, with {@code optionLength} bytes of options. */
    public static Routine startable(int id, String name, Access access, int optionLength, Step start) {
        return new Routine(id, name, access, optionLength, options -> true, start, null, null);
    }

    /** The same, with sub-function 02. */
    public Routine stoppable(Step newStop) {
        return new Routine(id, name, access, optionLength, valid, start, newStop, result);
    }

    /** The same, with sub-function 03. */
    public Routine withResult(Step newResult) {
        return new Routine(id, name, access, optionLength, valid, start, stop, newResult);
    }

    /** The same, taking only options that satisfy {@code newValid}. */
    public Routine accepting(Predicate<byte[]> newValid) {
        return new Routine(id, name, access, optionLength, newValid, start, stop, result);
    }

    /** One sub-function. */
    @FunctionalInterface
    public interface Step {
        /** Does it, with the bytes after the RID, and answers at once or later. */
        void run(byte[] options, Answer answer);
    }
}

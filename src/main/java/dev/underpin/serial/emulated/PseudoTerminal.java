package dev.underpin.serial.emulated;

import dev.underpin.mistake.UserMistake;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/**
 * The master of a pseudo-terminal of this machine, never waiting (POSIX.1-2017, {@code posix_openpt}, through {@code java.lang.foreign});
 * its other end is a file that programs open as a serial port. The other end is held open too, so that it does not vanish between two
 * programs.
 *
 * <p>Threading: one thread. Closing it unplugs whoever uses the other end.
 */
final class PseudoTerminal implements AutoCloseable {
    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = 0x100;
    private static final int NO_WAIT = 0x800;
    private static final int AGAIN = 11;
    private static final int NAME_ROOM = 128;
    private static final int ROOM = 4_096;

    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final FunctionDescriptor INT_OF_INT =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    private static final FunctionDescriptor TRANSFER = FunctionDescriptor.of(
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    private static final FunctionDescriptor OPEN =
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);

    private final Arena arena = Arena.ofShared();
    private final MemorySegment state = arena.allocate(STATE);
    private final MemorySegment room = arena.allocate(ROOM);
    private final MethodHandle read = function("read", TRANSFER);
    private final MethodHandle write = function("write", TRANSFER);
    private final MethodHandle close = function("close", INT_OF_INT);
    private final int master;
    private final int slave;
    private final String name;
    private boolean closed;

    PseudoTerminal() {
        master = checked("posix_openpt", (int)
                call(function("posix_openpt", INT_OF_INT), READ_WRITE | NO_CONTROLLING_TERMINAL | NO_WAIT));
        checked("grantpt", (int) call(function("grantpt", INT_OF_INT), master));
        checked("unlockpt", (int) call(function("unlockpt", INT_OF_INT), master));
        MemorySegment text = arena.allocate(NAME_ROOM);
        checked("ptsname_r", -Math.abs((int) call(
                function(
                        "ptsname_r",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_INT,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG)),
                master,
                text,
                (long) NAME_ROOM)));
        name = text.getString(0, StandardCharsets.US_ASCII);
        slave = checked("open", (int) call(function("open", OPEN), text, READ_WRITE | NO_CONTROLLING_TERMINAL));
        raw();
    }

    /** No echo, no lines, no signals: bytes pass as they are. */
    private void raw() {
        MemorySegment settings = arena.allocate(NAME_ROOM);
        MethodHandle get = function(
                "tcgetattr", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        MethodHandle make = function("cfmakeraw", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        MethodHandle set = function(
                "tcsetattr",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        checked("tcgetattr", (int) call(get, slave, settings));
        call(make, settings);
        checked("tcsetattr", (int) call(set, slave, 0, settings));
    }

    @SuppressWarnings("restricted")
    private static MethodHandle function(String symbol, FunctionDescriptor shape) {
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup()
                .find(symbol)
                .map(address -> linker.downcallHandle(address, shape, Linker.Option.captureCallState("errno")))
                .orElseThrow(() -> UserMistake.saying("pseudo-terminals: expected Linux, found %s without %s"
                        .formatted(System.getProperty("os.name"), symbol)));
    }

    private Object call(MethodHandle function, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = state;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            return function.invokeWithArguments(all);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private int checked(String doing, int result) {
        if (result < 0) {
            throw UserMistake.saying("pseudo-terminals: expected this machine to give one, found error %d of %s"
                    .formatted((int) ERRNO.get(state, 0L), doing));
        }
        return result;
    }

    /** The file that programs open, such as {@code /dev/pts/3}. */
    String name() {
        return name;
    }

    /** What has come; empty when nothing has. */
    byte[] read() {
        if (closed) {
            return new byte[0];
        }
        int count = (int) (long) call(read, master, room, (long) ROOM);
        return count <= 0 ? new byte[0] : room.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Writes as much as there is room for; how many bytes that was. */
    int write(byte[] bytes) {
        if (closed) {
            return bytes.length;
        }
        int length = Math.min(bytes.length, ROOM);
        MemorySegment.copy(bytes, 0, room, ValueLayout.JAVA_BYTE, 0, length);
        int count = (int) (long) call(write, master, room, (long) length);
        return count < 0 && (int) ERRNO.get(state, 0L) != AGAIN ? bytes.length : Math.max(0, count);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            call(close, slave);
            call(close, master);
            arena.close();
        }
    }
}

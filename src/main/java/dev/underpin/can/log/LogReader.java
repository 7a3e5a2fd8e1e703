package dev.underpin.can.log;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bus log entry by entry, in the order of the file, in memory that does not grow with it. Confined to one thread; whoever
 * opened it closes it.
 */
public interface LogReader extends Closeable {
    /**
     * The next entry; null at the end of the log. What is neither a CAN frame nor an error frame is passed over.
     *
     * @throws dev.underpin.mistake.UserMistake when the log is not as its format demands, naming the file, the line and column or the
     *     byte, what was expected and what was found; the reader is of no more use then
     */
    @Nullable
    LogEntry next() throws IOException;
}

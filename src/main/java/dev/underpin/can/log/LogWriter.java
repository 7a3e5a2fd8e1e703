package dev.underpin.can.log;

import java.io.Closeable;
import java.io.IOException;

/** Writes a bus log entry by entry. Confined to one thread; the log is whole once whoever opened it has closed it. */
public interface LogWriter extends Closeable {
    /**
     * Adds an entry; entries come in the order of their moments, or nearly so.
     *
     * @throws dev.underpin.mistake.UserMistake when the format cannot hold the entry
     */
    void write(LogEntry entry) throws IOException;
}

package dev.underpin.rig.recorder;

import dev.underpin.history.Fields;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Scheduler;

/**
 * Writes records of what is observed now. Threading: the scheduler's thread.
 *
 * @param history where to
 * @param scheduler whose clock stamps them
 */
public record Pen(History history, Scheduler scheduler) {
    /** Appends a record with the moment of now. */
    public void write(Kind kind, String source, Fields fields) {
        history.add(scheduler.now(), kind, source, fields);
    }
}

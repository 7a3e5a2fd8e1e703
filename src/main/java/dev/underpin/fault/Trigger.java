package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import java.util.Map;

/** When a planned fault begins. Delays in nanoseconds of vehicle time. */
public sealed interface Trigger {
    /** When the plan begins. */
    record Begin() implements Trigger {}

    /** So long after the plan began. */
    record At(long after) implements Trigger {}

    /**
     * At a record of the history.
     *
     * @param where field to the regular expression that its whole text has to match
     * @param occurrence which of the matching records since the plan began, from 1
     * @param after how long after it
     */
    record OnRecord(Kind kind, Map<String, String> where, int occurrence, long after) implements Trigger, Awaited {
        public OnRecord {
            where = Map.copyOf(where);
        }

        @Override
        public boolean meets(Entry entry) {
            return entry.kind() == kind
                    && where.entrySet().stream()
                            .allMatch(it -> entry.text(it.getKey()).matches(it.getValue()));
        }
    }

    /**
     * At the beginning of a phase.
     *
     * @param ecu the control unit that it has to be of; empty for any
     * @param occurrence which of them since the plan began, from 1
     * @param after how long after it
     */
    record AtPhase(Phase phase, String ecu, int occurrence, long after) implements Trigger, Awaited {
        @Override
        public boolean meets(Entry entry) {
            return phase.begins(entry) && (ecu.isEmpty() || entry.is("ecu", ecu));
        }
    }

    /** A trigger that waits for a record. */
    sealed interface Awaited permits OnRecord, AtPhase {
        /** Whether it is such a record. */
        boolean meets(Entry entry);

        /** Which of them, from 1. */
        int occurrence();

        /** How long after it. */
        long after();
    }
}

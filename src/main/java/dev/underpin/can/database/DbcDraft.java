package dev.underpin.can.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a DBC file has said so far: comments, value tables and attributes come after the messages they belong to. */
final class DbcDraft {
    static final String CYCLE_TIME = "GenMsgCycleTime";
    static final String FRAME_FORMAT = "VFrameFormat";

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int STANDARD_FD = 14;
    private static final int EXTENDED_FD = 15;

    /** A message whose BO_ block was read. */
    static final class DraftMessage {
        final MessageHead head;
        final Map<String, Signal> signals = new LinkedHashMap<>();
        final Map<String, Double> attributes = new LinkedHashMap<>();
        String comment = "";

        DraftMessage(MessageHead head) {
            this.head = head;
        }

        void label(String signal, NavigableMap<Long, String> labels) {
            signals.computeIfPresent(signal, (name, was) -> with(was, labels, was.comment()));
        }

        void comment(String signal, String comment) {
            signals.computeIfPresent(signal, (name, was) -> with(was, was.labels(), comment));
        }

        private static Signal with(Signal was, NavigableMap<Long, String> labels, String comment) {
            return new Signal(
                    was.name(),
                    was.startBit(),
                    was.length(),
                    was.byteOrder(),
                    was.signed(),
                    was.factor(),
                    was.offset(),
                    was.minimum(),
                    was.maximum(),
                    was.unit(),
                    was.receivers(),
                    labels,
                    comment);
        }
    }

    final Map<Long, DraftMessage> messages = new LinkedHashMap<>();
    final Map<String, Double> defaults = new LinkedHashMap<>();
    final List<String> nodes = new ArrayList<>();

    Database build(String file) {
        return new Database(
                file, nodes, messages.values().stream().map(this::build).toList());
    }

    private Message build(DraftMessage draft) {
        long cycle = Math.round(attribute(draft, CYCLE_TIME) * NANOS_PER_MILLI);
        int format = (int) attribute(draft, FRAME_FORMAT);
        boolean fd = draft.head.length() > 8 || format == STANDARD_FD || format == EXTENDED_FD;
        return new Message(draft.head, draft.comment, cycle, fd, draft.signals);
    }

    private double attribute(DraftMessage draft, String name) {
        return draft.attributes.getOrDefault(name, defaults.getOrDefault(name, 0.0));
    }

    static NavigableMap<Long, String> noLabels() {
        return new TreeMap<>();
    }
}

package dev.underpin.can.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a DBC file has said so far: comments, tables and attributes come after the things they belong to. */
final class Drafts {
    /** What can have a comment, a table of values and attributes. */
    static class Draft {
        final DbcToken at;
        final String symbol;
        final Map<String, DbcToken> attributes = new LinkedHashMap<>();

        @Nullable
        String comment;

        @Nullable
        NavigableMap<Long, String> labels;

        Draft(DbcToken at) {
            this.at = at;
            this.symbol = at.text();
        }

        String comment() {
            return comment == null ? "" : comment;
        }

        NavigableMap<Long, String> labels() {
            return labels == null ? new TreeMap<>() : labels;
        }
    }

    /** A signal whose SG_ line was read. */
    static final class SignalDraft extends Draft {
        BitLayout layout = new BitLayout(0, 1, ByteOrder.LITTLE_ENDIAN);
        boolean signed;
        NumberFormat format = NumberFormat.INTEGER;
        Scaling scaling = Scaling.NONE;
        List<String> receivers = List.of();
        boolean selects;

        @Nullable
        Long value;

        @Nullable
        String selector;

        List<ValueRange> ranges = List.of();

        SignalDraft(DbcToken at) {
            super(at);
        }
    }

    /** A message whose BO_ line was read. */
    static final class MessageDraft extends Draft {
        final long written;
        final int length;
        final String sender;
        final Map<String, SignalDraft> signals = new LinkedHashMap<>();
        final Map<String, SignalGroup> groups = new LinkedHashMap<>();

        @Nullable
        List<String> transmitters;

        MessageDraft(DbcToken at, long written, int length, String sender) {
            super(at);
            this.written = written;
            this.length = length;
            this.sender = sender;
        }

        boolean independent() {
            return written == DbcId.INDEPENDENT;
        }
    }

    /** An environment variable whose EV_ line was read; it still lacks what comes later. */
    static final class VariableDraft extends Draft {
        final EnvironmentVariable line;

        @Nullable
        Long dataBytes;

        VariableDraft(DbcToken at, EnvironmentVariable line) {
            super(at);
            this.line = line;
        }
    }

    /** A line of BA_REL_. */
    record RelationDraft(Relation relation, DbcToken value) {}

    @Nullable
    String version;

    final List<String> newSymbols = new ArrayList<>();

    @Nullable
    BitTiming bitTiming;

    final Map<String, Draft> nodes = new LinkedHashMap<>();
    final Map<String, ValueTable> tables = new LinkedHashMap<>();
    final Map<Long, MessageDraft> messages = new LinkedHashMap<>();
    final Map<String, VariableDraft> variables = new LinkedHashMap<>();
    final AttributeDrafts definitions = new AttributeDrafts();
    final Map<String, DbcToken> attributes = new LinkedHashMap<>();
    final List<RelationDraft> relations = new ArrayList<>();
    final List<String> comments = new ArrayList<>();
    final List<String> uninterpreted = new ArrayList<>();
}

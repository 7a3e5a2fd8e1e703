package dev.underpin.can.database;

import dev.underpin.can.database.Drafts.Draft;
import dev.underpin.can.database.Drafts.MessageDraft;
import dev.underpin.can.database.Drafts.SignalDraft;
import dev.underpin.can.database.Drafts.VariableDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a database of what was read. */
final class DatabaseBuilder {
    private final String file;
    private final DbcTokens tokens;
    private final Drafts drafts;
    private final Overlaps overlaps;
    private final OverlapCheck check;
    private final List<AttributeDefinition> definitions;
    private final MessageTraits traits;

    DatabaseBuilder(String file, DbcTokens tokens, Drafts drafts, Overlaps overlaps) {
        this.file = file;
        this.tokens = tokens;
        this.drafts = drafts;
        this.overlaps = overlaps;
        this.check = new OverlapCheck(tokens);
        this.definitions = drafts.definitions.build(tokens);
        this.traits = new MessageTraits(definitions);
    }

    Database build() {
        List<Message> messages = new ArrayList<>();
        Message independent = null;
        for (MessageDraft draft : drafts.messages.values()) {
            Message message = message(draft);
            if (draft.independent()) {
                independent = message;
            } else {
                messages.add(message);
            }
        }
        return new Database(
                drafts.version == null ? "" : drafts.version,
                drafts.newSymbols,
                drafts.bitTiming,
                new NamedList<>(
                        "node",
                        file,
                        drafts.nodes.values().stream().map(this::node).toList()),
                List.copyOf(drafts.tables.values()),
                new MessageList(file, messages),
                independent,
                new NamedList<>(
                        "environment variable",
                        file,
                        drafts.variables.values().stream().map(this::variable).toList()),
                definitions,
                drafts.definitions.values(tokens, AttributeTarget.NETWORK, drafts.attributes),
                drafts.relations.stream().map(this::relation).toList(),
                drafts.comments,
                drafts.uninterpreted);
    }

    private Map<String, AttributeValue> attributes(AttributeTarget target, Draft draft) {
        return drafts.definitions.values(tokens, target, draft.attributes);
    }

    private Node node(Draft draft) {
        return new Node(draft.symbol, attributes(AttributeTarget.NODE, draft), draft.comment());
    }

    private Message message(MessageDraft draft) {
        Map<String, Multiplexing> parts = new MultiplexResolver(tokens, draft).resolve();
        if (overlaps == Overlaps.REFUSED && !draft.independent()) {
            check.check(draft, parts);
        }
        Map<String, AttributeValue> attributes = attributes(AttributeTarget.MESSAGE, draft);
        return new Message(
                draft.symbol,
                DbcId.id(draft.written),
                DbcId.extended(draft.written),
                draft.length,
                draft.sender,
                Objects.requireNonNullElse(draft.transmitters, List.of()),
                signals(draft, parts),
                List.copyOf(draft.groups.values()),
                attributes,
                draft.comment(),
                traits.cycle(attributes),
                traits.fd(attributes) || FrameSizes.needsFd(draft.length, traits.j1939(attributes)),
                traits.bitRateSwitch(attributes));
    }

    private NamedList<Signal> signals(MessageDraft message, Map<String, Multiplexing> parts) {
        List<Signal> signals = message.signals.values().stream()
                .map(draft -> signal(draft, parts.get(draft.symbol)))
                .toList();
        return new NamedList<>("signal", "message " + message.symbol, signals);
    }

    private Signal signal(SignalDraft draft, @Nullable Multiplexing part) {
        return new Signal(
                draft.symbol,
                draft.layout,
                draft.signed,
                draft.format,
                draft.scaling,
                Objects.requireNonNullElse(part, Multiplexing.NONE),
                draft.receivers,
                draft.labels(),
                attributes(AttributeTarget.SIGNAL, draft),
                draft.comment());
    }

    private EnvironmentVariable variable(VariableDraft draft) {
        EnvironmentVariable line = draft.line;
        return new EnvironmentVariable(
                line.symbol(),
                line.type(),
                line.minimum(),
                line.maximum(),
                line.unit(),
                line.initial(),
                line.number(),
                line.access(),
                line.nodes(),
                draft.labels(),
                draft.dataBytes,
                attributes(AttributeTarget.ENVIRONMENT_VARIABLE, draft),
                draft.comment());
    }

    private Relation relation(Drafts.RelationDraft draft) {
        Relation relation = draft.relation();
        return new Relation(
                relation.attribute(),
                relation.target(),
                relation.node(),
                relation.message(),
                relation.other(),
                drafts.definitions.value(tokens, relation.target(), relation.attribute(), draft.value()));
    }
}

package dev.underpin.can.database;

import dev.underpin.can.database.AttributeDrafts.Key;
import dev.underpin.can.database.DbcToken.Shape;
import dev.underpin.can.database.Drafts.MessageDraft;
import dev.underpin.can.database.Drafts.RelationDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what attributes there are and which values they have. */
final class AttributeParser {
    private static final int MOST_CHOICES = 1024;
    private static final AttributeValue UNKNOWN_YET = new AttributeValue.Text("");

    private final DbcTokens tokens;
    private final Drafts drafts;
    private final References references;
    private final Set<Relation> relations = new HashSet<>();

    AttributeParser(DbcTokens tokens, Drafts drafts, References references) {
        this.tokens = tokens;
        this.drafts = drafts;
        this.references = references;
    }

    void definition(boolean relation) {
        AttributeTarget target = target(relation);
        DbcToken at = tokens.peek();
        Key key = new Key(target, tokens.text("the name of an attribute in quotes"));
        if (!drafts.definitions.define(key, type())) {
            throw tokens.mistake(at, "an attribute that was not defined before, nor with another type");
        }
        tokens.mark(";");
    }

    private AttributeTarget target(boolean relation) {
        DbcToken at = tokens.peek();
        if (at.shape() == Shape.TEXT && !relation) {
            return AttributeTarget.NETWORK;
        }
        tokens.next();
        return AttributeTarget.of(at.text())
                .filter(target -> target.relation() == relation && at.shape() == Shape.WORD)
                .orElseThrow(() -> tokens.mistake(
                        at,
                        relation
                                ? "BU_BO_REL_, BU_SG_REL_ or BU_EV_REL_"
                                : "BU_, BO_, SG_, EV_ or the name of an attribute in quotes"));
    }

    private AttributeType type() {
        DbcToken at = tokens.next();
        return switch (at.shape() == Shape.WORD ? at.text() : "") {
            case "INT" -> whole(false);
            case "HEX" -> whole(true);
            case "FLOAT" -> real();
            case "STRING" -> new AttributeType.Text();
            case "ENUM" -> new AttributeType.Choice(choices());
            default -> throw tokens.mistake(at, "INT, HEX, FLOAT, STRING or ENUM");
        };
    }

    private AttributeType whole(boolean hexadecimal) {
        if (tokens.peek().is(";")) {
            return new AttributeType.Whole(hexadecimal, 0, 0);
        }
        long minimum = AttributeDrafts.whole(tokens, tokens.next());
        return new AttributeType.Whole(hexadecimal, minimum, AttributeDrafts.whole(tokens, tokens.next()));
    }

    private AttributeType real() {
        if (tokens.peek().is(";")) {
            return new AttributeType.Real(0, 0);
        }
        double minimum = tokens.number("the minimum of an attribute");
        return new AttributeType.Real(minimum, tokens.number("the maximum of an attribute"));
    }

    private List<String> choices() {
        List<String> choices = new ArrayList<>();
        while (tokens.peek().shape() == Shape.TEXT) {
            if (choices.size() == MOST_CHOICES) {
                throw tokens.mistake(tokens.peek(), "at most %d choices of an attribute".formatted(MOST_CHOICES));
            }
            choices.add(tokens.next().text());
            if (tokens.peek().is(",")) {
                tokens.next();
            }
        }
        return choices;
    }

    void otherwise(boolean relation) {
        DbcToken at = tokens.peek();
        String name = tokens.text("the name of an attribute in quotes");
        if (!drafts.definitions.defines(name, relation)) {
            throw tokens.mistake(at, "an attribute that was defined above");
        }
        if (drafts.definitions.defaults(relation).putIfAbsent(name, literal()) != null) {
            throw tokens.mistake(at, "one default for an attribute");
        }
        tokens.mark(";");
    }

    void value() {
        DbcToken at = tokens.peek();
        String name = tokens.text("the name of an attribute in quotes");
        if (holder().putIfAbsent(name, literal()) != null) {
            throw tokens.mistake(at, "one value of an attribute");
        }
        tokens.mark(";");
    }

    private Map<String, DbcToken> holder() {
        DbcToken target = tokens.peek();
        if (target.shape() != Shape.WORD) {
            return drafts.attributes;
        }
        tokens.next();
        return switch (target.text()) {
            case "BU_" -> references.node().attributes;
            case "BO_" -> references.message().attributes;
            case "SG_" -> references.signal().attributes;
            case "EV_" -> references.variable().attributes;
            default -> throw tokens.mistake(target, "BU_, BO_, SG_, EV_ or the value of an attribute");
        };
    }

    void relation() {
        DbcToken at = tokens.peek();
        String name = tokens.text("the name of an attribute in quotes");
        AttributeTarget target = target(true);
        String node = tokens.word("a node");
        String message = "";
        String other = "";
        if (target == AttributeTarget.NODE_TO_VARIABLE) {
            other = references.variable().symbol;
        } else {
            if (tokens.peek().is("SG_")) {
                tokens.next();
            }
            MessageDraft draft = references.message();
            message = draft.symbol;
            other = target == AttributeTarget.NODE_TO_SIGNAL ? references.signal(draft).symbol : "";
        }
        Relation relation = new Relation(name, target, node, message, other, UNKNOWN_YET);
        if (!relations.add(relation)) {
            throw tokens.mistake(at, "one value of an attribute");
        }
        drafts.relations.add(new RelationDraft(relation, literal()));
        tokens.mark(";");
    }

    private DbcToken literal() {
        DbcToken token = tokens.next();
        if (token.shape() != Shape.TEXT && token.shape() != Shape.NUMBER) {
            throw tokens.mistake(token, "the value of an attribute");
        }
        return token;
    }
}

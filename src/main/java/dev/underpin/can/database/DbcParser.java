package dev.underpin.can.database;

import dev.underpin.can.database.DbcToken.Shape;
import dev.underpin.can.database.Drafts.Draft;

/** Reads a DBC file section by section. What it does not understand it refuses, naming the place. */
final class DbcParser {
    private final String file;
    private final DbcTokens tokens;
    private final Drafts drafts = new Drafts();
    private final MessageParser messages;
    private final NoteParser notes;
    private final AttributeParser attributes;

    DbcParser(String file, String text) {
        this.file = file;
        this.tokens = new DbcTokens(new DbcScanner(file, text));
        References references = new References(tokens, drafts);
        this.messages = new MessageParser(tokens, drafts, references);
        this.notes = new NoteParser(tokens, drafts, references);
        this.attributes = new AttributeParser(tokens, drafts, references);
    }

    Database parse(Overlaps overlaps) {
        while (tokens.peek().shape() != Shape.END) {
            section(tokens.next());
        }
        return new DatabaseBuilder(file, tokens, drafts, overlaps).build();
    }

    private void section(DbcToken keyword) {
        switch (keyword.text()) {
            case "VERSION" -> version(keyword);
            case "NS_" -> newSymbols();
            case "BS_" -> bitTiming();
            case "BU_" -> nodes();
            case "BO_" -> messages.message();
            case "BO_TX_BU_" -> messages.transmitters();
            case "SIG_GROUP_" -> messages.group();
            case "SIG_VALTYPE_" -> messages.format();
            case "SG_MUL_VAL_" -> messages.selection();
            case "VAL_TABLE_" -> notes.table();
            case "VAL_" -> notes.labels();
            case "CM_" -> notes.comment();
            case "EV_" -> notes.variable();
            case "ENVVAR_DATA_" -> notes.variableData();
            case "BA_DEF_" -> attributes.definition(false);
            case "BA_DEF_REL_" -> attributes.definition(true);
            case "BA_DEF_DEF_" -> attributes.otherwise(false);
            case "BA_DEF_DEF_REL_" -> attributes.otherwise(true);
            case "BA_" -> attributes.value();
            case "BA_REL_" -> attributes.relation();
            default -> uninterpreted(keyword);
        }
    }

    private void uninterpreted(DbcToken keyword) {
        if (keyword.shape() != Shape.WORD || !DbcTokens.UNINTERPRETED.contains(keyword.text())) {
            throw tokens.mistake(keyword, "one of the sections " + String.join(", ", DbcTokens.SECTIONS));
        }
        drafts.uninterpreted.add(tokens.rest(keyword));
    }

    private void version(DbcToken keyword) {
        if (drafts.version != null) {
            throw tokens.mistake(keyword, "one VERSION");
        }
        drafts.version = tokens.text("the version in quotes");
    }

    private void newSymbols() {
        tokens.mark(":");
        while (tokens.peek().shape() == Shape.WORD && !beginsAfterNewSymbols(tokens.peek())) {
            drafts.newSymbols.add(tokens.next().text());
        }
    }

    private static boolean beginsAfterNewSymbols(DbcToken token) {
        return token.is("BS_") || token.is("BU_") || token.is("BO_");
    }

    private void bitTiming() {
        tokens.mark(":");
        if (tokens.peek().shape() == Shape.NUMBER) {
            long baudRate = tokens.integer("the baud rate");
            tokens.mark(":");
            long btr1 = tokens.integer("bus timing register 1");
            tokens.mark(",");
            drafts.bitTiming = new BitTiming(baudRate, btr1, tokens.integer("bus timing register 2"));
        }
    }

    private void nodes() {
        tokens.mark(":");
        while (tokens.atName()) {
            Draft node = new Draft(tokens.next());
            if (drafts.nodes.putIfAbsent(node.symbol, node) != null) {
                throw tokens.mistake(node.at, "a node that was not named before");
            }
        }
    }
}

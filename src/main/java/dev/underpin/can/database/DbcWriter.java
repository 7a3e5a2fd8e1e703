package dev.underpin.can.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes a database as a DBC file that says the same: reading it gives an equal database. */
public final class DbcWriter {
    private final Database database;
    private final List<Message> messages;
    private final DbcOut out = new DbcOut();
    private final MessageWriter messageWriter = new MessageWriter(out);
    private final AttributeWriter attributes = new AttributeWriter(out);

    private DbcWriter(Database database) {
        this.database = database;
        this.messages = new ArrayList<>(database.messages());
        Message independent = database.independent();
        if (independent != null) {
            messages.add(independent);
        }
    }

    /**
     * The text of the file, its lines ended by a line feed.
     *
     * @throws IllegalArgumentException when a text of {@code database} ends with a backslash, for which DBC has no notation
     */
    public static String text(Database database) {
        return new DbcWriter(database).text();
    }

    /** Writes {@code file}: windows-1252 if it has all characters, else UTF-8 with a byte order mark. */
    public static void write(Database database, Path file) throws IOException {
        Files.write(file, DbcText.encode(text(database)));
    }

    private String text() {
        head();
        messages.forEach(messageWriter::message);
        messages.forEach(messageWriter::transmitters);
        database.variables().forEach(this::variable);
        database.uninterpreted().forEach(out::line);
        comments();
        attributes();
        labels();
        messages.forEach(messageWriter::groups);
        messages.forEach(messageWriter::formats);
        messages.forEach(messageWriter::selections);
        return out.toString();
    }

    private void head() {
        out.line("VERSION", DbcOut.quoted(database.version()));
        out.line();
        out.line("NS_ :");
        database.newSymbols().forEach(symbol -> out.line("\t" + symbol));
        out.line();
        BitTiming timing = database.bitTiming();
        out.line(
                timing == null ? "BS_:" : "BS_: %d : %d,%d".formatted(timing.baudRate(), timing.btr1(), timing.btr2()));
        out.line();
        out.line("BU_: "
                + String.join(" ", database.nodes().stream().map(Node::symbol).toList()));
        out.line();
        database.valueTables()
                .forEach(table -> out.line("VAL_TABLE_", table.name(), DbcOut.labels(table.labels(), false) + ";"));
        out.line();
    }

    private void variable(EnvironmentVariable variable) {
        out.statement(
                "EV_",
                variable.symbol() + ":",
                variable.type(),
                "[" + DbcOut.number(variable.minimum()) + "|" + DbcOut.number(variable.maximum()) + "]",
                DbcOut.quoted(variable.unit()),
                DbcOut.number(variable.initial()),
                variable.number(),
                variable.access(),
                String.join(",", variable.nodes()));
        Long bytes = variable.dataBytes();
        if (bytes != null) {
            out.statement("ENVVAR_DATA_", variable.symbol() + ":", bytes);
        }
    }

    private void comments() {
        database.comments().forEach(comment -> out.statement("CM_", DbcOut.quoted(comment)));
        database.nodes().forEach(node -> comment(node.comment(), "BU_", node.symbol()));
        for (Message message : messages) {
            long id = MessageWriter.id(message);
            comment(message.comment(), "BO_", id);
            message.signals().forEach(signal -> comment(signal.comment(), "SG_", id, signal.symbol()));
        }
        database.variables().forEach(variable -> comment(variable.comment(), "EV_", variable.symbol()));
    }

    private void comment(String comment, Object... of) {
        if (!comment.isEmpty()) {
            List<Object> parts = new ArrayList<>(List.of("CM_"));
            parts.addAll(List.of(of));
            parts.add(DbcOut.quoted(comment));
            out.statement(parts.toArray());
        }
    }

    private void attributes() {
        database.definitions().forEach(attributes::definition);
        attributes.defaults(database.definitions());
        attributes.values(database.attributes());
        database.nodes().forEach(node -> attributes.values(node.attributes(), "BU_", node.symbol()));
        for (Message message : messages) {
            long id = MessageWriter.id(message);
            attributes.values(message.attributes(), "BO_", id);
            message.signals().forEach(signal -> attributes.values(signal.attributes(), "SG_", id, signal.symbol()));
        }
        database.variables().forEach(variable -> attributes.values(variable.attributes(), "EV_", variable.symbol()));
        database.relations().forEach(relation -> attributes.relation(relation, database));
    }

    private void labels() {
        for (Message message : messages) {
            long id = MessageWriter.id(message);
            message.signals().stream()
                    .filter(signal -> !signal.labels().isEmpty())
                    .forEach(signal -> out.line("VAL_", id, signal.symbol(), labels(signal)));
        }
        Consumer<EnvironmentVariable> write =
                variable -> out.line("VAL_", variable.symbol(), DbcOut.labels(variable.labels(), false) + ";");
        database.variables().stream()
                .filter(variable -> !variable.labels().isEmpty())
                .forEach(write);
    }

    private static String labels(Signal signal) {
        boolean unsigned = !signal.signed() && signal.length() == Long.SIZE;
        return DbcOut.labels(signal.labels(), unsigned) + ";";
    }
}

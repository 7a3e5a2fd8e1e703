package dev.underpin.tester;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.client.UdsError;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tester found, for people line by line as it comes and for programs as one JSON document at the end; and whether everything
 * that was asked got a positive answer.
 */
public final class Findings {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Consumer<String> people;
    private final Consumer<String> progress;
    private final ObjectNode document = JSON.createObjectNode();
    private boolean failed;

    /**
     * Nothing found yet.
     *
     * @param people gets lines for people, each with its end
     * @param progress gets lines that tell how far a long operation is, each with its end
     */
    public Findings(Consumer<String> people, Consumer<String> progress) {
        this.people = people;
        this.progress = progress;
    }

    /** A line for people. */
    public void say(String format, Object... arguments) {
        people.accept(String.format(Locale.ROOT, format + "%n", arguments));
    }

    /** How far a long operation is. */
    public void progress(String format, Object... arguments) {
        progress.accept(String.format(Locale.ROOT, "... " + format + "%n", arguments));
    }

    /** The document for programs. */
    public ObjectNode document() {
        return document;
    }

    /** A new entry of the list {@code name} of the document. */
    public ObjectNode add(String name) {
        return list(name).addObject();
    }

    /** The list {@code name} of the document. */
    public ArrayNode list(String name) {
        return document.withArray(name);
    }

    /** Notes an error that is part of {@code entry}; the operation has failed. */
    public void failed(ObjectNode entry, UdsError error) {
        failed = true;
        describe(entry.putObject("error"), error);
    }

    /** Notes that something is not as it was asked to be. */
    public void failed() {
        failed = true;
    }

    /** Whether everything that was asked got a positive answer. */
    public boolean succeeded() {
        return !failed;
    }

    /** The document as text. */
    public String json() {
        return JSON.writeValueAsString(document);
    }

    /** The error in words, with what may help. */
    static String words(UdsError error) {
        String hint = hint(error);
        return error.getMessage() + (hint.isEmpty() ? "" : " (" + hint + ")");
    }

    private static void describe(ObjectNode json, UdsError error) {
        json.put("kind", error.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Nrc nrc = error.nrc();
        if (error.kind() == UdsError.Kind.NEGATIVE) {
            json.put("nrc", "%02X".formatted(error.code()));
        }
        if (nrc != null) {
            json.put("name", nrc.standardName());
        }
        json.put("text", error.getMessage());
    }

    private static String hint(UdsError error) {
        if (error.is(Nrc.SERVICE_NOT_IN_SESSION) || error.is(Nrc.SUB_FUNCTION_NOT_IN_SESSION)) {
            return "another session may do: --session 3";
        }
        return error.is(Nrc.SECURITY_ACCESS_DENIED) ? "it is locked: --unlock" : "";
    }
}

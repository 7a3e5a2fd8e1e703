package dev.underpin.judge;

import dev.underpin.history.Entry;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Exchanges with the cloud. */
final class Radio {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    private Radio() {}

    /** An exchange of the vehicle itself. */
    static Predicate<Entry> vehicle() {
        return entry -> entry.is("leg", "vehicle");
    }

    static Predicate<Entry> method(String method) {
        return entry -> entry.is("method", method);
    }

    /** The path without its query ends like that. */
    static Predicate<Entry> path(String ends) {
        return entry -> path(entry).endsWith(ends);
    }

    static String path(Entry entry) {
        String path = entry.text("path");
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    static Predicate<Entry> status(int status) {
        return entry -> Radio.statusOf(entry) == status;
    }

    /** Answered with a status from 200 to 299. */
    static boolean succeeded(Entry entry) {
        return statusOf(entry) >= OK && statusOf(entry) < MULTIPLE_CHOICES;
    }

    /** 0 when there was no answer. */
    static int statusOf(Entry entry) {
        return entry.number("status").map(Double::intValue).orElse(0);
    }

    /** Part of an image came. */
    static boolean imagePart(Entry entry) {
        return succeeded(entry) && path(entry).contains("/images/");
    }

    static JsonNode request(Entry entry) {
        return json(entry.text("request"));
    }

    static JsonNode response(Entry entry) {
        return json(entry.text("response"));
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException garbled) {
            return MissingNode.getInstance();
        }
    }
}

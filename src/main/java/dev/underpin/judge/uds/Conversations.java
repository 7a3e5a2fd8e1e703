package dev.underpin.judge.uds;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The exchanges of a history. A response belongs to the open request of its service at the same control unit and on the same medium: to
 * the one that was told to wait, else to the latest; one that says busy to the latest in any case.
 */
final class Conversations {
    private static final HexFormat HEX = HexFormat.of();
    private static final String ALL = "all";
    private static final int BUSY = 0x21;

    /** An exchange with the records that tell it. */
    record Told(String ecu, Exchange exchange, List<Entry> records) {}

    private static final class Open {
        private final Entry request;
        private final List<Entry> responses = new ArrayList<>();
        private boolean waits;
        private boolean closed;
        private long until = Long.MAX_VALUE;

        Open(Entry request) {
            this.request = request;
        }
    }

    private final Map<String, List<Open>> byUnit = new LinkedHashMap<>();
    private final Map<String, List<Open>> functional = new LinkedHashMap<>();
    private final List<Entry> unasked = new ArrayList<>();
    private final List<Told> all = new ArrayList<>();
    private final long end;

    /** The exchanges that there are now. */
    static Conversations in(History history) {
        return history.derived(Conversations.class, Conversations::new);
    }

    private Conversations(History history) {
        end = history.entries().isEmpty() ? 0 : history.entries().getLast().at();
        for (Entry entry : history.of(Kind.UDS)) {
            if (entry.text("pdu").isEmpty()) {
                continue;
            }
            if (!entry.is("direction", "request")) {
                response(entry);
            } else if (entry.is("ecu", ALL)) {
                functional
                        .computeIfAbsent(entry.text("link"), link -> new ArrayList<>())
                        .add(new Open(entry));
            } else {
                request(entry);
            }
        }
        byUnit.forEach((place, exchanges) -> exchanges.forEach(open -> all.add(told(open))));
    }

    /** All exchanges; a functional request is one with each control unit that answered it. */
    List<Told> all() {
        return all;
    }

    /** Responses that nobody had asked for. */
    List<Entry> unasked() {
        return unasked;
    }

    private void request(Entry entry) {
        List<Open> exchanges = at(entry);
        if (!exchanges.isEmpty()) {
            Open before = exchanges.getLast();
            before.until = Math.min(before.until, before.waits ? Long.MAX_VALUE : entry.at());
        }
        exchanges.add(new Open(entry));
    }

    private void response(Entry entry) {
        Message response = message(entry);
        Open asked = asked(entry, response);
        if (asked == null) {
            unasked.add(entry);
            return;
        }
        asked.responses.add(entry);
        asked.waits |= response.pending();
        asked.closed = !response.pending();
    }

    private @Nullable Open asked(Entry entry, Message response) {
        List<Open> exchanges = at(entry);
        Open latest = null;
        for (int i = exchanges.size() - 1; i >= 0 && i > exchanges.size() - 8; i--) {
            Open open = exchanges.get(i);
            boolean fits = !open.closed && response.answers(service(open.request));
            if (fits && (open.waits || latest == null) && (latest == null || response.nrc() != BUSY)) {
                latest = open;
            }
        }
        return latest == null ? fromFunctional(entry, response) : latest;
    }

    private @Nullable Open fromFunctional(Entry entry, Message response) {
        List<Open> broadcasts = functional.getOrDefault(entry.text("link"), List.of());
        for (int i = broadcasts.size() - 1; i >= 0; i--) {
            Entry request = broadcasts.get(i).request;
            if (response.answers(service(request))) {
                Open open = new Open(request);
                at(entry).add(open);
                return open;
            }
        }
        return null;
    }

    private List<Open> at(Entry entry) {
        return byUnit.computeIfAbsent(entry.text("link") + " " + entry.text("ecu"), place -> new ArrayList<>());
    }

    private Told told(Open open) {
        List<Entry> records = new ArrayList<>(List.of(open.request));
        records.addAll(open.responses);
        Exchange exchange = new Exchange(
                message(open.request),
                open.request.is("ecu", ALL),
                open.responses.stream().map(Conversations::message).toList(),
                Math.min(open.until, end));
        String ecu = open.responses.isEmpty()
                ? open.request.text("ecu")
                : open.responses.getFirst().text("ecu");
        return new Told(ecu, exchange, records);
    }

    private static int service(Entry request) {
        return request.hex("sid");
    }

    private static Message message(Entry entry) {
        byte[] pdu = HEX.parseHex(entry.text("pdu"));
        int length = entry.number("length").map(Double::intValue).orElse(pdu.length);
        return new Message(entry.at(), pdu, length);
    }
}

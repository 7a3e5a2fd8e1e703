package dev.underpin.can.database;

import dev.underpin.can.database.Multiplexing.Selection;
import dev.underpin.time.Nanos;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the canmatrix script says of a message, as this project would say it. */
final class CanmatrixWords {
    private static final JsonMapper JSON = JsonMapper.shared();

    private CanmatrixWords() {}

    static JsonNode of(Message message) {
        ObjectNode signals = JSON.createObjectNode();
        boolean plain = MessageWriter.plainlyMultiplexed(message.signals());
        message.signals().forEach(signal -> signals.set(signal.name(), of(signal, plain)));
        return JSON.createObjectNode()
                .put("id", message.id())
                .put("extended", message.extended())
                .put("length", message.length())
                .put("fd", message.fd())
                .put("cycle", (int) (message.cycle() / Nanos.MILLISECOND))
                .<ObjectNode>set(
                        "transmitters",
                        nodes(Stream.concat(Stream.of(message.sender()), message.transmitters().stream())))
                .put("comment", lines(message.comment()))
                .<ObjectNode>set("attributes", attributes(message.attributes()))
                .set("signals", signals);
    }

    private static JsonNode of(Signal signal, boolean plain) {
        return JSON.createObjectNode()
                .put("start", signal.startBit())
                .put("length", signal.length())
                .put("little", signal.byteOrder() == ByteOrder.LITTLE_ENDIAN)
                .put("signed", signal.signed())
                .put("float", signal.format() != NumberFormat.INTEGER)
                .put("factor", signal.scaling().factor())
                .put("offset", signal.scaling().offset())
                .put("unit", signal.unit())
                .<ObjectNode>set("receivers", nodes(signal.receivers().stream()))
                .<ObjectNode>set("labels", labels(signal.labels()))
                .put("comment", lines(signal.comment()))
                .put("selects", signal.multiplexing().selects())
                .put("selection", selection(signal.multiplexing().selection(), plain))
                .set("attributes", attributes(signal.attributes()));
    }

    private static String selection(Selection selection, boolean plain) {
        if (selection == null) {
            return "";
        }
        String ranges = selection.ranges().stream()
                .map(range -> range.low() + "-" + range.high())
                .collect(Collectors.joining(","));
        return plain ? "m" + selection.value() : selection.selector() + " " + ranges;
    }

    static JsonNode of(ValueTable table) {
        return labels(table.labels());
    }

    private static ObjectNode labels(Map<Long, String> labels) {
        ObjectNode words = JSON.createObjectNode();
        labels.forEach((raw, label) -> words.put(raw.toString(), label));
        return words;
    }

    /** canmatrix takes the long names away. */
    private static ObjectNode attributes(Map<String, AttributeValue> attributes) {
        ObjectNode words = JSON.createObjectNode();
        attributes.forEach((name, value) -> {
            if (!name.endsWith("LongSymbol")) {
                words.put(name, value instanceof AttributeValue.Choice choice ? choice.value() : DbcOut.value(value));
            }
        });
        return words;
    }

    /** canmatrix takes the blanks around each line away. */
    private static String lines(String comment) {
        return comment.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static ArrayNode nodes(Stream<String> nodes) {
        ArrayNode array = JSON.createArrayNode();
        nodes.filter(node -> !node.equals("Vector__XXX")).distinct().sorted().forEach(array::add);
        return array;
    }
}

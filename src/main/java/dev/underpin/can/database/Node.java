package dev.underpin.can.database;

import java.util.Map;

/**
 * A control unit on the bus (BU_). Immutable.
 *
 * @param attributes what BA_ says of it, by attribute name
 * @param comment what it is; may be empty
 */
public record Node(String symbol, Map<String, AttributeValue> attributes, String comment) implements Named {
    public Node {
        attributes = Copies.of(attributes);
    }

    @Override
    public String name() {
        return LongNames.of(attributes, LongNames.NODE, symbol);
    }
}

package dev.underpin.can.database;

import java.util.Map;

/** The attributes that hold names which are longer than the 32 characters of a symbol. */
final class LongNames {
    static final String MESSAGE = "SystemMessageLongSymbol";
    static final String SIGNAL = "SystemSignalLongSymbol";
    static final String NODE = "SystemNodeLongSymbol";
    static final String VARIABLE = "SystemEnvVarLongSymbol";

    private LongNames() {}

    static String of(Map<String, AttributeValue> attributes, String attribute, String symbol) {
        return attributes.get(attribute) instanceof AttributeValue.Text(String name) && !name.isEmpty() ? name : symbol;
    }
}

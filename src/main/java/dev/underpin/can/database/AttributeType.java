package dev.underpin.can.database;

import java.util.List;

/** Which values an attribute can have (BA_DEF_). Files in use break the ranges, so they are told, not enforced. */
public sealed interface AttributeType {
    /**
     * INT or HEX.
     *
     * @param hexadecimal whether editors show it so
     */
    record Whole(boolean hexadecimal, long minimum, long maximum) implements AttributeType {}

    /** FLOAT. */
    record Real(double minimum, double maximum) implements AttributeType {}

    /** STRING. */
    record Text() implements AttributeType {}

    /** ENUM. */
    record Choice(List<String> choices) implements AttributeType {
        public Choice {
            choices = List.copyOf(choices);
        }
    }
}

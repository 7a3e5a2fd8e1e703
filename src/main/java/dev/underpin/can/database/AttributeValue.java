package dev.underpin.can.database;

/** The value of an attribute. */
public sealed interface AttributeValue {
    /** Of an INT or HEX attribute, or the index that an ENUM attribute does not have. */
    record Whole(long value) implements AttributeValue {}

    /** Of a FLOAT attribute. */
    record Real(double value) implements AttributeValue {}

    /** Of a STRING attribute, or the choice that an ENUM attribute does not have. */
    record Text(String value) implements AttributeValue {}

    /**
     * Of an ENUM attribute.
     *
     * @param index from 0
     * @param value the choice at {@code index}
     */
    record Choice(int index, String value) implements AttributeValue {}
}

package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;

/**
 * The condition of event 07 of service 0x86 (ISO 14229-1:2020 tables 142 and 143): identifier, logic (01 less, 02 greater, 03 equal, 04 not
 * equal), four bytes to compare with, hysteresis in percent of them, place of the value: bit 15 with sign, bits 14 to 10 its length in bits
 * (0 for 32), bits 9 to 0 its offset in bits from the first bit of the positive response to 0x22. Comes true once; before it can do so again
 * the value has to leave by the hysteresis.
 */
final class ValueComparison {
    private static final int LESS = 1;
    private static final int GREATER = 2;
    private static final int EQUAL = 3;
    private static final int NOT_EQUAL = 4;
    private static final int RESPONSE_HEADER = 24;
    private static final int PERCENT = 100;

    private final EventDefinition event;
    private boolean armed = true;

    ValueComparison(EventDefinition event) {
        this.event = event;
    }

    /** Refuses a condition that no value of {@code bytes} bytes can meet with 0x31. */
    static void check(EventDefinition event, int bytes) {
        ValueComparison comparison = new ValueComparison(event);
        boolean within = comparison.offset() >= 0 && comparison.offset() + comparison.length() <= bytes * Byte.SIZE;
        boolean known = event.at(2) >= LESS && event.at(2) <= NOT_EQUAL && event.at(7) <= PERCENT;
        NegativeResponse.unless(within && known, Nrc.OUT_OF_RANGE);
    }

    /** Whether the comparison has come true with this look. */
    boolean look(byte[] data) {
        if (event.type() != EventDefinition.COMPARISON || offset() + length() > data.length * Byte.SIZE) {
            return false;
        }
        long value = value(data);
        boolean holds = holds(value);
        boolean news = holds && armed;
        armed = holds ? false : armed || left(value);
        return news;
    }

    private boolean holds(long value) {
        return switch (event.at(2)) {
            case LESS -> value < reference();
            case GREATER -> value > reference();
            case EQUAL -> value == reference();
            default -> value != reference();
        };
    }

    private boolean left(long value) {
        double hysteresis = Math.abs(reference()) * event.at(7) / (double) PERCENT;
        return switch (event.at(2)) {
            case LESS -> value >= reference() + hysteresis;
            case GREATER -> value <= reference() - hysteresis;
            default -> true;
        };
    }

    private long value(byte[] data) {
        long value = 0;
        for (int bit = offset(); bit < offset() + length(); bit++) {
            value = value << 1 | (data[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1);
        }
        return signed() ? value << (Long.SIZE - length()) >> (Long.SIZE - length()) : value;
    }

    private long reference() {
        int raw = (int) new Request(event.condition(), false).number(3, Integer.BYTES);
        return signed() ? raw : Integer.toUnsignedLong(raw);
    }

    private boolean signed() {
        return (event.at(8) & 0x80) != 0;
    }

    private int length() {
        int bits = event.at(8) >> 2 & 0x1F;
        return bits == 0 ? Integer.SIZE : bits;
    }

    /** From the first bit of the data. */
    private int offset() {
        return ((event.at(8) & 3) << 8 | event.at(9)) - RESPONSE_HEADER;
    }
}

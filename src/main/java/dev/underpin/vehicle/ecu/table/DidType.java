package dev.underpin.vehicle.ecu.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a value lies on the wire: big endian, two's complement; text is ASCII padded with spaces, rows repeat the type. */
public enum DidType {
    @JsonProperty("u8")
    U8(1, false),
    @JsonProperty("u16")
    U16(2, false),
    @JsonProperty("u32")
    U32(4, false),
    @JsonProperty("i8")
    I8(1, true),
    @JsonProperty("i16")
    I16(2, true),
    @JsonProperty("i32")
    I32(4, true),
    @JsonProperty("ascii")
    ASCII(1, false),
    @JsonProperty("bytes")
    BYTES(1, false);

    private final int width;
    private final boolean signed;

    DidType(int width, boolean signed) {
        this.width = width;
        this.signed = signed;
    }

    /** Bytes that one element takes. */
    int width() {
        return width;
    }

    /** Whether elements are numbers. */
    public boolean isNumeric() {
        return this != ASCII && this != BYTES;
    }

    /** The smallest raw number. */
    long lowest() {
        return signed ? -(1L << (8 * width - 1)) : 0;
    }

    /** The greatest raw number. */
    long highest() {
        return (1L << (8 * width - (signed ? 1 : 0))) - 1;
    }
}

package dev.underpin.vehicle.ecu.table;

import java.io.ByteArrayOutputStream;

/**
 * Scaling records of service 0x24 (ISO 14229-1:2020 annex C.2): a byte whose upper half tells the kind of value and whose lower half
 * its bytes, then, for numbers with a scale or an offset, the formula y = C0 x + C1 with constants of a four bit power of ten and a
 * twelve bit mantissa, then the unit with its prefix, where the standard has it. Rows repeat the first byte for each element.
 */
public final class Scaling {
    private static final int UNSIGNED = 0x00;
    private static final int SIGNED = 0x10;
    private static final int BITS = 0x20;
    private static final int STATES = 0x50;
    private static final int ASCII = 0x60;
    private static final int FORMULA = 0x95;
    private static final byte LINEAR = 0x00;
    private static final int LONGEST = 15;
    private static final int LARGEST_MANTISSA = 2047;
    private static final int SMALLEST_POWER = -8;
    private static final int LARGEST_POWER = 7;

    private Scaling() {}

    /** The record of an identifier. */
    public static byte[] of(DidSpec did) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        if (did.type().isNumeric()) {
            for (int element = 0; element < did.count(); element++) {
                record.write(kind(did) | did.type().width());
            }
            writeFormula(did, record);
            ScalingUnit.write(did.unit(), record);
        } else {
            int kind = did.type() == DidType.ASCII ? ASCII : BITS;
            for (int left = did.length(); left > 0; left -= LONGEST) {
                record.write(kind | Math.min(left, LONGEST));
            }
        }
        return record.toByteArray();
    }

    private static int kind(DidSpec did) {
        if (!did.labels().isEmpty()) {
            return STATES;
        }
        return did.type().lowest() < 0 ? SIGNED : UNSIGNED;
    }

    private static void writeFormula(DidSpec did, ByteArrayOutputStream record) {
        if (did.labels().isEmpty() && (did.scale() != 1 || did.offset() != 0)) {
            record.write(FORMULA);
            record.write(LINEAR);
            writeConstant(did.scale(), record);
            writeConstant(did.offset(), record);
        }
    }

    private static void writeConstant(double value, ByteArrayOutputStream record) {
        int power = value == 0 ? 0 : SMALLEST_POWER;
        while (power < LARGEST_POWER && Math.abs(value / Math.pow(10, power)) > LARGEST_MANTISSA) {
            power++;
        }
        long mantissa = Math.round(value / Math.pow(10, power));
        while (mantissa != 0 && mantissa % 10 == 0 && power < 0) {
            mantissa /= 10;
            power++;
        }
        int bits = (power & 0xF) << 12 | ((int) mantissa & 0xFFF);
        record.write(bits >> 8);
        record.write(bits);
    }
}

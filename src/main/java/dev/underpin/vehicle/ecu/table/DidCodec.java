package dev.underpin.vehicle.ecu.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** Values to bytes and back, as {@link DidSpec} lays them out. */
final class DidCodec {
    private DidCodec() {}

    static byte[] encode(DidSpec spec, Object value) {
        byte[] bytes = new byte[spec.length()];
        if (value instanceof byte[] raw && spec.type() == DidType.BYTES && raw.length == bytes.length) {
            return raw.clone();
        }
        if (value instanceof String text && spec.isText()) {
            putText(spec, bytes, text);
        } else if (value instanceof double[] row && spec.isRow() && row.length == spec.count()) {
            putRow(spec, bytes, row);
        } else if (value instanceof Number number && spec.type().isNumeric() && spec.count() == 1) {
            put(spec, bytes, 0, raw(spec, number.doubleValue()));
        } else {
            throw new IllegalArgumentException(
                    "%s takes no %s '%s'".formatted(spec, value.getClass().getSimpleName(), value));
        }
        return bytes;
    }

    static Object decode(DidSpec spec, byte[] bytes, int offset) {
        if (spec.type() == DidType.BYTES) {
            return HexFormat.of().formatHex(bytes, offset, offset + spec.length());
        }
        if (spec.type() == DidType.ASCII) {
            return new String(bytes, offset, spec.length(), StandardCharsets.US_ASCII).stripTrailing();
        }
        if (spec.isRow()) {
            double[] row = new double[spec.count()];
            Arrays.setAll(
                    row,
                    i -> value(spec, get(spec, bytes, offset + i * spec.type().width())));
            return DidSpec.row(row);
        }
        long raw = get(spec, bytes, offset);
        return spec.labels().isEmpty() ? value(spec, raw) : spec.labels().getOrDefault((int) raw, Long.toString(raw));
    }

    static double number(DidSpec spec, byte[] bytes) {
        return value(spec, get(spec, bytes, 0));
    }

    private static void putText(DidSpec spec, byte[] bytes, String text) {
        if (spec.type() == DidType.ASCII) {
            putCharacters(bytes, text);
        } else {
            put(spec, bytes, 0, rawOf(spec, text));
        }
    }

    private static void putCharacters(byte[] bytes, String text) {
        Arrays.fill(bytes, (byte) ' ');
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, bytes, 0, Math.min(ascii.length, bytes.length));
    }

    private static void putRow(DidSpec spec, byte[] bytes, double[] row) {
        for (int i = 0; i < row.length; i++) {
            put(spec, bytes, i * spec.type().width(), raw(spec, row[i]));
        }
    }

    private static long rawOf(DidSpec spec, String label) {
        for (Map.Entry<Integer, String> entry : spec.labels().entrySet()) {
            if (entry.getValue().equals(label)) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException(
                "%s knows %s, not '%s'".formatted(spec, spec.labels().values(), label));
    }

    private static long raw(DidSpec spec, double value) {
        long raw = Math.round((value - spec.offset()) / spec.scale());
        return Math.clamp(raw, spec.type().lowest(), spec.type().highest());
    }

    private static double value(DidSpec spec, long raw) {
        return Math.round((raw * spec.scale() + spec.offset()) * 1e6) / 1e6;
    }

    private static void put(DidSpec spec, byte[] bytes, int offset, long raw) {
        int width = spec.type().width();
        for (int i = 0; i < width; i++) {
            bytes[offset + i] = (byte) (raw >> (8 * (width - 1 - i)));
        }
    }

    private static long get(DidSpec spec, byte[] bytes, int offset) {
        long raw = spec.type().lowest() < 0 && bytes[offset] < 0 ? -1 : 0;
        for (int i = 0; i < spec.type().width(); i++) {
            raw = raw << 8 | (bytes[offset + i] & 0xff);
        }
        return raw;
    }
}

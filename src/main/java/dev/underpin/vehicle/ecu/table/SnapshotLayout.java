package dev.underpin.vehicle.ecu.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a snapshot record lies on the wire (19 04, ISO 14229-1:2020 clause 12.3): each value as its 16-bit identifier followed by as many bytes as the table gives
 * it, without gaps, in the order of the table; identifiers that the control unit does not know are left out.
 */
public final class SnapshotLayout {
    private final List<DidSpec> identifiers;

    /** A layout of the snapshot identifiers of a table. */
    public SnapshotLayout(List<DidSpec> identifiers) {
        this.identifiers = List.copyOf(identifiers);
    }

    /**
     * The bytes of each value, in the order of the table.
     *
     * @throws IllegalArgumentException if a name is no snapshot identifier, or its value of another kind
     */
    public Map<DidSpec, byte[]> encode(Map<String, Object> values) {
        Map<DidSpec, byte[]> encoded = new LinkedHashMap<>();
        for (DidSpec did : identifiers) {
            Object value = values.get(did.name());
            if (value != null) {
                encoded.put(did, did.encode(value));
            }
        }
        if (encoded.size() < values.size()) {
            values.keySet().forEach(this::named);
        }
        return encoded;
    }

    /**
     * The values in the bytes of a record, by name, in the order in which they lie there.
     *
     * @throws IllegalArgumentException if they hold an unknown identifier or end within a value
     */
    public Map<String, Object> decode(byte[] record) {
        Map<String, Object> values = new LinkedHashMap<>();
        int at = 0;
        while (at < record.length) {
            DidSpec did = identified(record, at);
            if (at + 2 + did.length() > record.length) {
                throw new IllegalArgumentException("snapshot record ends within " + did);
            }
            values.put(did.name(), did.decode(record, at + 2));
            at += 2 + did.length();
        }
        return values;
    }

    /** The snapshot identifier of that name. */
    public DidSpec named(String name) {
        return identifiers.stream()
                .filter(did -> did.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no snapshot identifier is called " + name));
    }

    private DidSpec identified(byte[] record, int at) {
        if (at + 2 > record.length) {
            throw new IllegalArgumentException("snapshot record ends within an identifier");
        }
        int number = (record[at] & 0xff) << 8 | (record[at + 1] & 0xff);
        return identifiers.stream()
                .filter(did -> did.did() == number)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("unknown snapshot identifier 0x%04X".formatted(number)));
    }
}

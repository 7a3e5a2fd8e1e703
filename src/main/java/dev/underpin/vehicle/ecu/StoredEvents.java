package dev.underpin.vehicle.ecu;

import dev.underpin.uds.server.EventMemory;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Events that a tester let store (0x86), kept in memory that survives power loss. */
record StoredEvents(NonVolatile storage) implements EventMemory {
    private static final String KEY = "events.stored";

    @Override
    public List<byte[]> stored() {
        return storage.get(KEY).stream()
                .flatMap(all -> Stream.of(all.split(",")))
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    @Override
    public void store(List<byte[]> requests) {
        if (requests.isEmpty()) {
            storage.remove(KEY);
        } else {
            storage.put(
                    KEY,
                    String.join(
                            ",",
                            requests.stream().map(HexFormat.of()::formatHex).toList()));
        }
    }
}

package dev.underpin.tester;

import dev.underpin.trace.UdsWords;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.ecu.table.DidSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads data identifiers one by one (0x22), each decoded as the table says; one that is refused does not keep the others from being read.
 *
 * @param dids as the engineer typed them
 */
public record ReadData(List<String> dids) implements Operation {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    public ReadData {
        dids = List.copyOf(dids);
    }

    @Override
    public String name() {
        return "read";
    }

    @Override
    public void run(Tester tester, Findings findings) {
        List<Integer> numbers = dids.stream()
                .map(did -> Identifier.did(did, tester.subject().ecu()))
                .toList();
        numbers.forEach(did -> read(did, tester, findings));
    }

    static void read(int did, Tester tester, Findings findings) {
        Optional<DidSpec> spec = tester.subject().ecu().flatMap(ecu -> ecu.did(did));
        ObjectNode entry = findings.add("data").put("did", "%04X".formatted(did));
        String name = spec.map(DidSpec::name).orElse("");
        entry.put("name", name);
        try {
            byte[] data = tester.get(tester.client().readDid(did));
            String shown = decoded(entry, spec, data);
            entry.put("reactionMs", tester.reactionMillis());
            findings.say("%04X %-24s %s  (%.3f ms)", did, name, shown, tester.reactionMillis());
        } catch (UdsError error) {
            findings.failed(entry, error);
            findings.say("%04X %-24s %s", did, name, Findings.words(error));
        }
    }

    private static String decoded(ObjectNode entry, Optional<DidSpec> spec, byte[] data) {
        String raw = HEX.formatHex(data);
        entry.put("raw", raw);
        if (spec.isEmpty()) {
            return raw;
        }
        DidSpec did = spec.get();
        if (did.length() != data.length) {
            return "%s (%d bytes, where the table has %d)".formatted(raw, data.length, did.length());
        }
        switch (did.decode(data)) {
            case Double number -> entry.put("value", number);
            case List<?> row -> {
                var values = entry.putArray("value");
                row.forEach(value -> values.add(((Number) value).doubleValue()));
            }
            case Object text -> entry.put("value", text.toString());
        }
        entry.put("unit", did.unit());
        return UdsWords.value(did, data);
    }
}

package dev.underpin.vehicle.telematics.diagnostics;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;
import static dev.underpin.vehicle.telematics.EcuAccess.regardless;

import dev.underpin.uds.DtcCode;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.DtcStatus;
import dev.underpin.uds.client.DtcSnapshot;
import dev.underpin.vehicle.ecu.table.DtcSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.ecu.table.SnapshotLayout;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Json;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the trouble codes of a control unit (ISO 14229-1, 0x19 02 and 04) and puts them into words. */
final class FaultReader {
    private static final int INTERESTING =
            DtcStatus.TEST_FAILED | DtcStatus.PENDING | DtcStatus.CONFIRMED | DtcStatus.WARNING_INDICATOR;
    private static final int FIRST_RECORD = 1;
    private static final int MOST_CODES = 20_000;
    private static final int MOST_SNAPSHOTS = 300;

    private final EcuAccess access;
    private final EcuTable table;
    private final SnapshotLayout layout;

    FaultReader(EcuAccess access, EcuTable table) {
        this.access = access;
        this.table = table;
        this.layout = new SnapshotLayout(table.snapshot());
    }

    /** Codes with status, without their snapshots. */
    CompletableFuture<ArrayNode> codes(String ecu) {
        return access.client(ecu).readDtcs(INTERESTING).thenApply(found -> {
            ArrayNode codes = Json.array();
            shown(found).forEach(code -> codes.add(described(code)));
            return codes;
        });
    }

    /**
     * Puts codes with status and the snapshot of their first confirmation into {@code row} as {@code dtcs}: each code once, {@value #MOST_CODES} at most, the
     * first {@value #MOST_SNAPSHOTS} of them with snapshots; {@code "truncated": true} if there are more.
     */
    CompletableFuture<Void> codesWithSnapshots(String ecu, ObjectNode row) {
        ArrayNode codes = Json.array();
        return access.client(ecu).readDtcs(INTERESTING).thenCompose(found -> {
            List<DtcRecord> shown = shown(found);
            shown.forEach(code -> codes.add(described(code)));
            List<Integer> looked = IntStream.range(0, Math.min(shown.size(), MOST_SNAPSHOTS))
                    .boxed()
                    .toList();
            return inOrder(looked, i -> snapshot(ecu, shown.get(i), (ObjectNode) codes.path(i)))
                    .thenAccept(done -> {
                        row.set("dtcs", codes);
                        if (distinct(found).size() > MOST_CODES) {
                            row.put("truncated", true);
                        }
                    });
        });
    }

    private CompletableFuture<Void> snapshot(String ecu, DtcRecord code, ObjectNode described) {
        return regardless(access.client(ecu)
                .snapshot(code.code(), FIRST_RECORD)
                .thenAccept(records -> described.set("snapshot", values(records))));
    }

    private static List<DtcRecord> shown(List<DtcRecord> found) {
        return distinct(found).stream().limit(MOST_CODES).toList();
    }

    /** Of a code that is told more than once, what is told last. */
    private static Collection<DtcRecord> distinct(List<DtcRecord> found) {
        Map<Integer, DtcRecord> byCode = new LinkedHashMap<>();
        found.forEach(code -> byCode.put(code.code(), code));
        return byCode.values();
    }

    private ObjectNode described(DtcRecord code) {
        ObjectNode json = Json.object().put("code", DtcCode.text(code.code())).put("status", code.status());
        table.dtc(code.code()).ifPresent(spec -> describe(json, spec));
        return json;
    }

    private static void describe(ObjectNode json, DtcSpec spec) {
        json.put("text", spec.text())
                .put("severity", spec.severity().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("lamp", spec.lamp());
    }

    private ObjectNode values(List<DtcSnapshot> records) {
        ObjectNode values = Json.object();
        for (DtcSnapshot snapshot : records) {
            try {
                layout.decode(snapshot.data()).forEach((name, value) -> values.put(name, String.valueOf(value)));
            } catch (IllegalArgumentException notOfThisTable) {
                values.put("raw", HexFormat.of().formatHex(snapshot.data()));
            }
        }
        return values;
    }
}

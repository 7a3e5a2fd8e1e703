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
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the trouble codes of a control unit (ISO 14229-1, 0x19 02 and 04) and puts them into words. */
final class FaultReader {
    private static final int INTERESTING =
            DtcStatus.TEST_FAILED | DtcStatus.PENDING | DtcStatus.CONFIRMED | DtcStatus.WARNING_INDICATOR;
    private static final int FIRST_RECORD = 1;

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
            found.forEach(code -> codes.add(described(code)));
            return codes;
        });
    }

    /** Codes with status and the snapshot of their first confirmation. */
    CompletableFuture<ArrayNode> codesWithSnapshots(String ecu) {
        ArrayNode codes = Json.array();
        return access.client(ecu)
                .readDtcs(INTERESTING)
                .thenCompose(found -> inOrder(found, code -> withSnapshot(ecu, code, codes)))
                .thenApply(done -> codes);
    }

    private CompletableFuture<Void> withSnapshot(String ecu, DtcRecord code, ArrayNode codes) {
        ObjectNode described = described(code);
        codes.add(described);
        return regardless(access.client(ecu)
                .snapshot(code.code(), FIRST_RECORD)
                .thenAccept(records -> described.set("snapshot", values(records))));
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

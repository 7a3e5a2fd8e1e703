package dev.underpin.tester;

import dev.underpin.trace.UdsWords;
import dev.underpin.uds.DtcCode;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.DtcStatus;
import dev.underpin.uds.client.DtcSnapshot;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.ecu.table.DtcSpec;
import dev.underpin.vehicle.ecu.table.SnapshotLayout;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads trouble codes by status mask (0x19 02), with their snapshot records (0x19 04) if wanted.
 *
 * @param mask codes with any of these status bits
 * @param snapshots whether records 1 (first confirmation) and 2 (latest failure) are read too
 */
public record Faults(int mask, boolean snapshots) implements Operation {
    /** Codes that fail, are pending or confirmed, or ask for a lamp. */
    public static final int USUAL =
            DtcStatus.TEST_FAILED | DtcStatus.PENDING | DtcStatus.CONFIRMED | DtcStatus.WARNING_INDICATOR;

    private static final List<Integer> RECORDS = List.of(1, 2);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Override
    public String name() {
        return "dtc";
    }

    @Override
    public void run(Tester tester, Findings findings) throws UdsError {
        findings.document().put("mask", "%02X".formatted(mask));
        findings.list("dtcs");
        List<DtcRecord> records = tester.get(tester.client().readDtcs(mask));
        findings.say(
                "trouble codes with any status bit of %02X: %d  (%.3f ms)",
                mask, records.size(), tester.reactionMillis());
        for (DtcRecord dtc : records) {
            tell(dtc, tester, findings);
        }
    }

    private void tell(DtcRecord dtc, Tester tester, Findings findings) {
        String code = DtcCode.text(dtc.code());
        List<String> bits = DtcStatus.names(dtc.status());
        String text =
                tester.subject().table().dtc(dtc.code()).map(DtcSpec::text).orElse("");
        findings.say("%s  %02X  %s", code, dtc.status(), text);
        findings.say("          %s", bits.isEmpty() ? "no status bit" : String.join(", ", bits));
        ObjectNode entry = findings.add("dtcs")
                .put("code", code)
                .put("status", "%02X".formatted(dtc.status()))
                .put("text", text);
        bits.forEach(entry.putArray("bits")::add);
        tester.subject()
                .table()
                .dtc(dtc.code())
                .ifPresent(spec -> entry.put("severity", spec.severity().name().toLowerCase(Locale.ROOT))
                        .put("lamp", spec.lamp()));
        if (snapshots) {
            entry.putArray("snapshots");
            RECORDS.forEach(record -> snapshot(dtc, record, entry, tester, findings));
        }
    }

    private static void snapshot(DtcRecord dtc, int record, ObjectNode entry, Tester tester, Findings findings) {
        try {
            for (DtcSnapshot snapshot : tester.get(tester.client().snapshot(dtc.code(), record))) {
                ObjectNode json = entry.withArray("snapshots").addObject().put("record", record);
                findings.say("          snapshot record %d:", record);
                values(snapshot, tester).forEach((name, value) -> {
                    json.put(name, value);
                    findings.say("            %-22s %s", name, value);
                });
            }
        } catch (UdsError error) {
            findings.failed(entry, error);
            findings.say("          snapshot record %d: %s", record, Findings.words(error));
        }
    }

    private static Map<String, String> values(DtcSnapshot snapshot, Tester tester) {
        SnapshotLayout layout = new SnapshotLayout(tester.subject().table().snapshot());
        Map<String, String> shown = new java.util.LinkedHashMap<>();
        try {
            layout.decode(snapshot.data())
                    .forEach((name, value) -> shown.put(
                            name, UdsWords.value(value, layout.named(name).unit())));
        } catch (IllegalArgumentException unknown) {
            shown.put("raw", HEX.formatHex(snapshot.data()));
        }
        return shown;
    }
}

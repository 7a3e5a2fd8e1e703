package dev.underpin.tester;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.ecu.table.DidSpec;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which data identifiers can be read (0x22), in the session at hand. 0x31 says that an identifier is not there, or not in this session;
 * 0x33 and 0x34 that it is locked; 0x22 that conditions are not right. When the service itself is refused the scan ends.
 *
 * @param first the first identifier asked for
 * @param last the last one
 */
public record DidScan(int first, int last) implements Operation {
    private static final int PROGRESS = 0x1000;
    private static final int SHOWN = 24;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Override
    public String name() {
        return "scan dids";
    }

    @Override
    public void run(Tester tester, Findings findings) throws UdsError {
        findings.document().put("first", "%04X".formatted(first)).put("last", "%04X".formatted(last));
        findings.list("dids");
        Map<Verdict, Integer> counts = new TreeMap<>();
        for (int did = first; did <= last; did++) {
            if (did % PROGRESS == 0) {
                findings.progress("identifier %04X", did);
            }
            counts.merge(probe(did, tester, findings), 1, Integer::sum);
        }
        counts.forEach((verdict, count) -> {
            findings.say("# %s: %d", verdict.text(), count);
            findings.document().withObject("/counts").put(verdict.text(), count);
        });
        findings.say("# 0x31 also says: not in this session");
    }

    private static Verdict probe(int did, Tester tester, Findings findings) throws UdsError {
        try {
            byte[] data = tester.get(tester.client().readDid(did));
            int shown = Math.min(data.length, SHOWN);
            String more = data.length > shown ? "+" + (data.length - shown) : "";
            String value = "%d bytes: %s%s".formatted(data.length, HEX.formatHex(data, 0, shown), more);
            tell(did, Verdict.THERE, value, tester, findings);
            return Verdict.THERE;
        } catch (UdsError error) {
            if (error.is(Nrc.SERVICE_NOT_SUPPORTED) || error.is(Nrc.SERVICE_NOT_IN_SESSION)) {
                throw error;
            }
            Verdict verdict = Verdict.ofIdentifier(error);
            if (verdict != Verdict.ABSENT) {
                boolean refused = error.kind() == UdsError.Kind.NEGATIVE;
                tell(
                        did,
                        verdict,
                        refused ? Nrc.describe(error.code()) : String.valueOf(error.getMessage()),
                        tester,
                        findings);
            }
            return verdict;
        }
    }

    private static void tell(int did, Verdict verdict, String answer, Tester tester, Findings findings) {
        String name = tester.subject()
                .ecu()
                .flatMap(ecu -> ecu.did(did))
                .map(DidSpec::name)
                .orElse("");
        findings.say("%04X %-24s %-26s %s", did, name, verdict.text(), answer);
        findings.add("dids")
                .put("did", "%04X".formatted(did))
                .put("name", name)
                .put("verdict", verdict.text())
                .put("answer", answer);
    }
}

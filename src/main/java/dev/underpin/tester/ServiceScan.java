package dev.underpin.tester;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.UdsNames;
import dev.underpin.uds.client.UdsError;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which services there are: asks for each by its identifier alone, which does nothing, since what the service needs is missing. Says of
 * each response code what it means: only 0x11 says that a service is not there, but 0x10 or silence do not say that it is.
 *
 * <p>04 and 08 are left out: as OBD services of SAE J1979 they act on their identifier alone, 04 clears trouble codes.
 */
public record ServiceScan() implements Operation {
    private static final Set<Integer> ACTING = Set.of(0x04, 0x08);
    private static final int LAST = 0xBE;
    private static final int RESPONSES = 0x40;
    private static final int PROGRESS = 32;

    @Override
    public String name() {
        return "scan services";
    }

    @Override
    public void run(Tester tester, Findings findings) {
        findings.list("services");
        IntStream.rangeClosed(1, LAST)
                .filter(sid -> (sid & RESPONSES) == 0 && !ACTING.contains(sid))
                .forEach(sid -> probe(sid, tester, findings));
        findings.say("services 04 and 08 were not asked: under SAE J1979 they act on their identifier alone");
        findings.list("notAsked").add("04").add("08");
    }

    private static void probe(int sid, Tester tester, Findings findings) {
        if (sid % PROGRESS == 0) {
            findings.progress("service %02X", sid);
        }
        try {
            tester.get(tester.client().request((byte) sid));
            tell(sid, Verdict.THERE, "positive response", findings);
        } catch (UdsError error) {
            Verdict verdict = Verdict.ofService(error);
            if (verdict != Verdict.ABSENT) {
                tell(sid, verdict, meaning(error), findings);
            }
        }
    }

    private static String meaning(UdsError error) {
        if (error.kind() != UdsError.Kind.NEGATIVE) {
            return String.valueOf(error.getMessage());
        }
        return Nrc.describe(error.code())
                + (error.is(Nrc.GENERAL_REJECT) ? ": some control units say this to whatever they do not know" : "");
    }

    private static void tell(int sid, Verdict verdict, String answer, Findings findings) {
        findings.say("%02X %-34s %-26s %s", sid, UdsNames.service(sid), verdict.text(), answer);
        ObjectNode entry = findings.add("services");
        entry.put("sid", "%02X".formatted(sid)).put("name", UdsNames.service(sid));
        entry.put("verdict", verdict.text()).put("answer", answer);
    }
}

package dev.underpin.tester;

import dev.underpin.uds.DtcStatus;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.ecu.table.DidSpec;
import java.util.List;

/**
 * The standard readout of an electric vehicle without any account: OBD on UDS, the identifiers F400 to F8FF that ISO 14229-1:2020 annex C
 * reserves for OBD (state of charge and of health, odometer, VIN), and the pending and confirmed trouble codes.
 */
public record ObdReadout() implements Operation {
    private static final int FIRST = 0xF400;
    private static final int LAST = 0xF8FF;
    private static final List<Integer> USUAL = List.of(0xF40D, 0xF45B, 0xF4A6, 0xF4B2, 0xF802);

    @Override
    public String name() {
        return "obd";
    }

    @Override
    public void run(Tester tester, Findings findings) throws UdsError {
        identifiers(tester.subject()).forEach(did -> ReadData.read(did, tester, findings));
        new Faults(DtcStatus.PENDING | DtcStatus.CONFIRMED, false).run(tester, findings);
    }

    /** Whether the table says that the control unit offers the readout. */
    public static boolean offered(List<DidSpec> dids) {
        return dids.stream().anyMatch(ObdReadout::isObd);
    }

    private static List<Integer> identifiers(Subject subject) {
        List<Integer> declared = subject.ecu().stream()
                .flatMap(ecu -> ecu.dids().stream())
                .filter(ObdReadout::isObd)
                .map(DidSpec::did)
                .toList();
        return declared.isEmpty() ? USUAL : declared;
    }

    private static boolean isObd(DidSpec did) {
        return did.did() >= FIRST && did.did() <= LAST;
    }
}

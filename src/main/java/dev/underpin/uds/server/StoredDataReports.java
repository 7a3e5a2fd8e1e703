package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sub-functions of 0x19 that tell stored data: 03 which snapshots there are, 04 snapshots of a code, 05 snapshots by record number, 06
 * extended data of a code, 16 extended data by record number, 1A codes that can have an extended data record.
 */
final class StoredDataReports {
    private final EcuDiagnostics ecu;

    StoredDataReports(EcuDiagnostics ecu) {
        this.ecu = ecu;
    }

    Map<Integer, DtcReport> reports() {
        Map<Integer, DtcReport> reports = new TreeMap<>();
        reports.put(0x03, new DtcReport(2, request -> DtcRecords.snapshotNumbers(faults())));
        reports.put(
                0x04,
                new DtcReport(
                        6,
                        this::knownCode,
                        request -> records().snapshots(faults().known(request.dtc(2)), faults(), request.at(5))));
        reports.put(
                0x05,
                new DtcReport(
                        3,
                        request -> number(request, 2),
                        request -> records().snapshotsByNumber(faults(), request.at(2))));
        reports.put(
                0x06,
                new DtcReport(
                        6,
                        this::knownCode,
                        request -> records().extendedData(faults().known(request.dtc(2)), faults(), request.at(5))));
        reports.put(
                0x16,
                new DtcReport(3, this::knownExtended, request -> records().extendedByNumber(faults(), request.at(2))));
        reports.put(
                0x1A,
                new DtcReport(
                        3,
                        this::knownExtended,
                        request -> records().withExtended(faults().supported(), request.at(2))));
        return reports;
    }

    private FaultMemoryView faults() {
        return ecu.faults();
    }

    private DtcRecords records() {
        return new DtcRecords(faults().availabilityMask());
    }

    private void knownCode(Request request) {
        number(request, 5);
        faults().known(request.dtc(2));
    }

    private void knownExtended(Request request) {
        boolean known = faults().extendedRecords().contains(request.at(2));
        NegativeResponse.unless(known, Nrc.OUT_OF_RANGE);
    }

    private static void number(Request request, int index) {
        NegativeResponse.unless(request.at(index) != 0, Nrc.OUT_OF_RANGE);
    }
}

package dev.underpin.uds.server;

import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.server.FaultMemoryView.Milestone;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Sub-functions of 0x19 that tell codes with their status: 01 and 02 by status mask, 07, 08 and 09 with severity, 0A supported, 0B to
 * 0E first and latest, 14 fault detection counters of codes on their way to a failure, 15 permanent.
 */
final class StatusReports {
    private static final int FAILED = 127;

    private final EcuDiagnostics ecu;

    StatusReports(EcuDiagnostics ecu) {
        this.ecu = ecu;
    }

    Map<Integer, DtcReport> reports() {
        Map<Integer, DtcReport> reports = new TreeMap<>();
        reports.put(0x01, new DtcReport(3, request -> records().count(faults().matching(request.at(2)))));
        reports.put(0x02, new DtcReport(3, request -> records().list(faults().matching(request.at(2)))));
        reports.put(0x07, new DtcReport(4, request -> records().count(severe(request))));
        reports.put(0x08, new DtcReport(4, request -> records().severities(severe(request), faults())));
        reports.put(0x09, new DtcReport(5, request -> faults().known(request.dtc(2)), this::severity));
        reports.put(0x0A, new DtcReport(2, request -> records().list(faults().supported())));
        reports.put(0x0B, milestone(Milestone.FIRST_FAILED));
        reports.put(0x0C, milestone(Milestone.FIRST_CONFIRMED));
        reports.put(0x0D, milestone(Milestone.LATEST_FAILED));
        reports.put(0x0E, milestone(Milestone.LATEST_CONFIRMED));
        reports.put(0x14, new DtcReport(2, request -> DtcRecords.counters(prefailed(), faults())));
        reports.put(0x15, new DtcReport(2, request -> records().list(faults().permanent())));
        return reports;
    }

    private FaultMemoryView faults() {
        return ecu.faults();
    }

    private DtcRecords records() {
        return new DtcRecords(faults().availabilityMask());
    }

    private byte[] severity(Request request) {
        return records().severities(List.of(faults().known(request.dtc(2))), faults());
    }

    private DtcReport milestone(Milestone milestone) {
        return new DtcReport(2, request -> {
            DtcRecord dtc = faults().milestone(milestone);
            return records().list(dtc == null ? List.of() : List.of(dtc));
        });
    }

    private List<DtcRecord> severe(Request request) {
        Predicate<DtcRecord> asked = dtc -> (faults().severity(dtc.code()) & request.at(2)) != 0;
        return faults().matching(request.at(3)).stream().filter(asked).toList();
    }

    private List<DtcRecord> prefailed() {
        return faults().supported().stream()
                .filter(dtc -> faults().detection(dtc.code()) > 0 && faults().detection(dtc.code()) < FAILED)
                .toList();
    }
}

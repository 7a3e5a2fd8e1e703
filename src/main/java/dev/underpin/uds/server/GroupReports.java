package dev.underpin.uds.server;

import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Sub-functions of 0x19 for a functional group: 42 codes by status and severity mask, 55 permanent codes, 56 codes of a readiness
 * group.
 */
final class GroupReports {
    private static final byte SEVERITIES = (byte) 0xE0;

    private final EcuDiagnostics ecu;

    GroupReports(EcuDiagnostics ecu) {
        this.ecu = ecu;
    }

    Map<Integer, DtcReport> reports() {
        return Map.of(
                0x42, new DtcReport(5, this::group, this::bySeverity),
                0x55, new DtcReport(3, this::group, this::permanent),
                0x56, new DtcReport(4, this::group, this::readiness));
    }

    private byte[] bySeverity(Request request) {
        FaultMemoryView faults = ecu.faults();
        List<DtcRecord> found = members(request, faults.matching(request.at(3)));
        Predicate<DtcRecord> severe = dtc -> (faults.severity(dtc.code()) & request.at(4)) != 0;
        byte[] head = {(byte) request.at(2), mask(), SEVERITIES, DtcRecords.FORMAT};
        return records().bySeverity(head, found.stream().filter(severe).toList(), faults);
    }

    private byte[] permanent(Request request) {
        byte[] head = {(byte) request.at(2), mask(), DtcRecords.FORMAT};
        return records().listBehind(head, members(request, ecu.faults().permanent()));
    }

    private byte[] readiness(Request request) {
        FaultMemoryView faults = ecu.faults();
        Predicate<DtcRecord> asked = dtc -> faults.readinessGroup(dtc.code()) == request.at(3);
        byte[] head = {(byte) request.at(2), mask(), DtcRecords.FORMAT, (byte) request.at(3)};
        return records()
                .listBehind(
                        head,
                        members(request, faults.supported()).stream()
                                .filter(asked)
                                .toList());
    }

    private List<DtcRecord> members(Request request, List<DtcRecord> dtcs) {
        Set<Integer> group = group(request);
        return dtcs.stream().filter(dtc -> group.contains(dtc.code())).toList();
    }

    private Set<Integer> group(Request request) {
        Set<Integer> group = ecu.faults().group(request.at(2));
        if (group == null) {
            throw new NegativeResponse(Nrc.OUT_OF_RANGE);
        }
        return group;
    }

    private DtcRecords records() {
        return new DtcRecords(ecu.faults().availabilityMask());
    }

    private byte mask() {
        return (byte) ecu.faults().availabilityMask();
    }
}

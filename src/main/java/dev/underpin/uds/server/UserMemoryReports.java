package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.util.Map;

/** Sub-functions 17, 18 and 19 of 0x19: codes by status mask, snapshots and extended data of a user-defined memory. */
final class UserMemoryReports {
    private static final int LIST_SELECTION = 3;
    private static final int RECORD_SELECTION = 6;

    private final EcuDiagnostics ecu;

    UserMemoryReports(EcuDiagnostics ecu) {
        this.ecu = ecu;
    }

    Map<Integer, DtcReport> reports() {
        return Map.of(
                0x17, new DtcReport(4, request -> selected(request, LIST_SELECTION), this::list),
                0x18, new DtcReport(7, this::knownCode, this::snapshots),
                0x19, new DtcReport(7, this::knownCode, this::extendedData));
    }

    private byte[] list(Request request) {
        FaultMemoryView memory = selected(request, LIST_SELECTION);
        return DtcRecords.behind(request.at(LIST_SELECTION), records(memory).list(memory.matching(request.at(2))));
    }

    private byte[] snapshots(Request request) {
        FaultMemoryView memory = selected(request, RECORD_SELECTION);
        byte[] records = records(memory).snapshots(memory.known(request.dtc(2)), memory, request.at(5));
        return DtcRecords.behind(request.at(RECORD_SELECTION), records);
    }

    private byte[] extendedData(Request request) {
        FaultMemoryView memory = selected(request, RECORD_SELECTION);
        byte[] records = records(memory).extendedData(memory.known(request.dtc(2)), memory, request.at(5));
        return DtcRecords.behind(request.at(RECORD_SELECTION), records);
    }

    private void knownCode(Request request) {
        NegativeResponse.unless(request.at(5) != 0, Nrc.OUT_OF_RANGE);
        selected(request, RECORD_SELECTION).known(request.dtc(2));
    }

    private FaultMemoryView selected(Request request, int index) {
        FaultMemoryView memory = ecu.faults().selected(request.at(index));
        if (memory == null) {
            throw new NegativeResponse(Nrc.OUT_OF_RANGE);
        }
        return memory;
    }

    private static DtcRecords records(FaultMemoryView memory) {
        return new DtcRecords(memory.availabilityMask());
    }
}

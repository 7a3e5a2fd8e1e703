package dev.underpin.uds.server;

import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.util.List;
import java.util.function.Predicate;

/**
 * 0x19 with sub-functions 01 number and 02 list by status mask, 04 snapshot and 06 extended data of a code, 0A supported codes. A
 * record number that is not stored leaves code and status alone in the answer; FF means all.
 */
final class ReadDtcService implements Service {
    private static final int COUNT = 0x01;
    private static final int BY_MASK = 0x02;
    private static final int SNAPSHOT = 0x04;
    private static final int EXTENDED = 0x06;
    private static final int SUPPORTED = 0x0A;
    private static final int ALL_RECORDS = 0xFF;

    private final EcuDiagnostics ecu;

    ReadDtcService(EcuDiagnostics ecu) {
        this.ecu = ecu;
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return switch (subFunction) {
            case COUNT, BY_MASK, SNAPSHOT, EXTENDED, SUPPORTED -> true;
            default -> false;
        };
    }

    @Override
    public void check(Request request) {
        switch (request.subFunction()) {
            case COUNT, BY_MASK -> request.requireLength(3);
            case SUPPORTED -> request.requireLength(2);
            default -> {
                request.requireLength(6);
                NegativeResponse.unless(request.at(5) != 0, Nrc.OUT_OF_RANGE);
                known(request.dtc(2));
            }
        }
    }

    @Override
    public void serve(Request request, Reply reply) {
        DtcRecords records = new DtcRecords(ecu.faults().availabilityMask());
        switch (request.subFunction()) {
            case COUNT -> reply.positive(records.count(matching(request.at(2))));
            case BY_MASK -> reply.positive(records.list(matching(request.at(2))));
            case SUPPORTED -> reply.positive(records.list(ecu.faults().supported()));
            case SNAPSHOT -> reply.positive(snapshots(records, request));
            default -> reply.positive(extendedData(records, request));
        }
    }

    private byte[] snapshots(DtcRecords records, Request request) {
        DtcRecord dtc = known(request.dtc(2));
        Predicate<FaultMemoryView.Snapshot> asked = snapshot -> isAsked(snapshot.number(), request);
        return records.snapshots(
                dtc, ecu.faults().snapshots(dtc.code()).stream().filter(asked).toList());
    }

    private byte[] extendedData(DtcRecords records, Request request) {
        DtcRecord dtc = known(request.dtc(2));
        Predicate<FaultMemoryView.ExtendedData> asked = data -> isAsked(data.number(), request);
        return records.extendedData(
                dtc,
                ecu.faults().extendedData(dtc.code()).stream().filter(asked).toList());
    }

    private static boolean isAsked(int number, Request request) {
        return request.at(5) == ALL_RECORDS || request.at(5) == number;
    }

    private List<DtcRecord> matching(int mask) {
        int effective = mask & ecu.faults().availabilityMask();
        return ecu.faults().supported().stream()
                .filter(dtc -> (dtc.status() & effective) != 0)
                .toList();
    }

    private DtcRecord known(int code) {
        return ecu.faults().supported().stream()
                .filter(dtc -> dtc.code() == code)
                .findFirst()
                .orElseThrow(() -> new NegativeResponse(Nrc.OUT_OF_RANGE));
    }
}

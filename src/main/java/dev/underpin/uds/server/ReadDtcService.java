package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.util.Map;
import java.util.TreeMap;

/**
 * 0x19 with the sub-functions of ISO 14229-1:2020 table 317; those withdrawn in 2020 (0F to 13) are unknown. A record number that is
 * not stored leaves code and status alone in the answer; FF means all.
 */
final class ReadDtcService implements Service {

    private final Map<Integer, DtcReport> reports = new TreeMap<>();

    ReadDtcService(EcuDiagnostics ecu) {
        reports.putAll(new StatusReports(ecu).reports());
        reports.putAll(new StoredDataReports(ecu).reports());
        reports.putAll(new UserMemoryReports(ecu).reports());
        reports.putAll(new GroupReports(ecu).reports());
    }

    @Override
    public boolean hasSubFunction(int subFunction) {
        return reports.containsKey(subFunction);
    }

    @Override
    public void check(Request request) {
        DtcReport report = report(request);
        request.requireLength(report.length());
        report.check().accept(request);
    }

    @Override
    public void serve(Request request, Reply reply) {
        reply.positive(report(request).records().apply(request));
    }

    private DtcReport report(Request request) {
        DtcReport report = reports.get(request.subFunction());
        if (report == null) {
            throw new NegativeResponse(Nrc.SUB_FUNCTION_NOT_SUPPORTED);
        }
        return report;
    }
}

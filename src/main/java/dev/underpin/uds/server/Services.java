package dev.underpin.uds.server;

import dev.underpin.uds.Sid;
import java.util.Map;
import java.util.TreeMap;

/** The services that the server knows. */
final class Services {
    private Services() {}

    static Map<Integer, Service> all(
            EcuDiagnostics ecu, ServerState state, SecurityService security, ServerTiming timing) {
        Map<Integer, Service> services = new TreeMap<>();
        services.put(Sid.SESSION_CONTROL, new SessionService(ecu, state, timing));
        services.put(Sid.ECU_RESET, new ResetService(ecu));
        services.put(Sid.CLEAR_DTC, new ClearDtcService(ecu));
        services.put(Sid.READ_DTC, new ReadDtcService(ecu));
        services.put(Sid.READ_DATA, new ReadDataService(ecu, state));
        services.put(Sid.SECURITY_ACCESS, security);
        services.put(Sid.COMMUNICATION_CONTROL, new CommunicationService(state));
        services.put(Sid.WRITE_DATA, new WriteDataService(ecu, state));
        services.put(Sid.ROUTINE_CONTROL, new RoutineService(ecu, state));
        services.put(Sid.REQUEST_DOWNLOAD, new DownloadService(ecu, state));
        services.put(Sid.TRANSFER_DATA, new TransferDataService(ecu, state));
        services.put(Sid.TRANSFER_EXIT, new TransferExitService(ecu, state));
        services.put(Sid.TESTER_PRESENT, new TesterPresentService());
        services.put(Sid.CONTROL_DTC_SETTING, new DtcSettingService(state));
        return services;
    }
}

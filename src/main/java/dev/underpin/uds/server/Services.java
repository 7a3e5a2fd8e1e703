package dev.underpin.uds.server;

import dev.underpin.time.Scheduler;
import dev.underpin.uds.Sid;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The services that the server knows. */
final class Services {
    private Services() {}

    /**
     * All of them.
     *
     * @param inner serves a request that came inside another or from an event
     * @param responses sends messages that answer no request
     */
    static Map<Integer, Service> all(
            Scheduler scheduler,
            EcuDiagnostics ecu,
            ServerState state,
            SecurityService security,
            ServerTiming timing,
            BiConsumer<Request, Reply> inner,
            ResponseQueue responses) {
        DataDirectory directory = new DataDirectory(ecu, state);
        MemoryMap memory = new MemoryMap(ecu, state);
        Map<Integer, Service> services = new TreeMap<>();
        services.put(Sid.SESSION_CONTROL, new SessionService(ecu, state, timing));
        services.put(Sid.ECU_RESET, new ResetService(ecu));
        services.put(Sid.CLEAR_DTC, new ClearDtcService(ecu));
        services.put(Sid.READ_DTC, new ReadDtcService(ecu));
        services.put(Sid.READ_DATA, new ReadDataService(directory));
        services.put(Sid.READ_MEMORY, new ReadMemoryService(memory));
        services.put(Sid.READ_SCALING, new ScalingService(ecu, directory));
        services.put(Sid.SECURITY_ACCESS, security);
        services.put(Sid.COMMUNICATION_CONTROL, new CommunicationService(state));
        services.put(Sid.AUTHENTICATION, new AuthenticationService(ecu, state));
        services.put(Sid.READ_PERIODIC, new PeriodicService(scheduler, ecu, state, directory, responses::sendPeriodic));
        services.put(Sid.DEFINE_DATA, new DefineDataService(directory, memory));
        services.put(Sid.WRITE_DATA, new WriteDataService(ecu, state));
        services.put(Sid.IO_CONTROL, new IoControlService(ecu, state));
        services.put(Sid.ROUTINE_CONTROL, new RoutineService(ecu, state));
        services.put(Sid.REQUEST_DOWNLOAD, new DownloadService(ecu, state));
        services.put(Sid.REQUEST_UPLOAD, new UploadService(ecu, state, memory));
        services.put(Sid.TRANSFER_DATA, new TransferDataService(state));
        services.put(Sid.TRANSFER_EXIT, new TransferExitService(state));
        services.put(Sid.FILE_TRANSFER, new FileTransferService(ecu, state));
        services.put(Sid.WRITE_MEMORY, new WriteMemoryService(memory));
        services.put(Sid.TESTER_PRESENT, new TesterPresentService());
        services.put(Sid.SECURED_DATA, new SecuredDataService(ecu, inner));
        services.put(Sid.CONTROL_DTC_SETTING, new DtcSettingService(state));
        services.put(
                Sid.RESPONSE_ON_EVENT,
                new EventService(scheduler, ecu, state, directory, inner, responses::sendUnasked));
        services.put(Sid.LINK_CONTROL, new LinkControlService(ecu, state));
        return services;
    }
}

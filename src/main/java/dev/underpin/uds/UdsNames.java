package dev.underpin.uds;

import java.util.Map;
import java.util.Optional;

/** The names that ISO 14229-1:2020 gives to services (table 23), sub-functions (clauses 10 to 15) and response codes (annex A). */
public final class UdsNames {
    private static final Map<Integer, String> SERVICES = Map.ofEntries(
            Map.entry(0x10, "DiagnosticSessionControl"),
            Map.entry(0x11, "ECUReset"),
            Map.entry(0x14, "ClearDiagnosticInformation"),
            Map.entry(0x19, "ReadDTCInformation"),
            Map.entry(0x22, "ReadDataByIdentifier"),
            Map.entry(0x23, "ReadMemoryByAddress"),
            Map.entry(0x24, "ReadScalingDataByIdentifier"),
            Map.entry(0x27, "SecurityAccess"),
            Map.entry(0x28, "CommunicationControl"),
            Map.entry(0x29, "Authentication"),
            Map.entry(0x2A, "ReadDataByPeriodicIdentifier"),
            Map.entry(0x2C, "DynamicallyDefineDataIdentifier"),
            Map.entry(0x2E, "WriteDataByIdentifier"),
            Map.entry(0x2F, "InputOutputControlByIdentifier"),
            Map.entry(0x31, "RoutineControl"),
            Map.entry(0x34, "RequestDownload"),
            Map.entry(0x35, "RequestUpload"),
            Map.entry(0x36, "TransferData"),
            Map.entry(0x37, "RequestTransferExit"),
            Map.entry(0x38, "RequestFileTransfer"),
            Map.entry(0x3D, "WriteMemoryByAddress"),
            Map.entry(0x3E, "TesterPresent"),
            Map.entry(0x84, "SecuredDataTransmission"),
            Map.entry(0x85, "ControlDTCSetting"),
            Map.entry(0x86, "ResponseOnEvent"),
            Map.entry(0x87, "LinkControl"));

    private static final Map<Integer, Map<Integer, String>> SUB_FUNCTIONS = Map.of(
            Sid.SESSION_CONTROL,
            Map.of(
                    0x01, "defaultSession",
                    0x02, "programmingSession",
                    0x03, "extendedDiagnosticSession",
                    0x04, "safetySystemDiagnosticSession"),
            Sid.ECU_RESET,
            Map.of(
                    0x01, "hardReset",
                    0x02, "keyOffOnReset",
                    0x03, "softReset",
                    0x04, "enableRapidPowerShutDown",
                    0x05, "disableRapidPowerShutDown"),
            Sid.READ_DTC,
            Map.ofEntries(
                    Map.entry(0x01, "reportNumberOfDTCByStatusMask"),
                    Map.entry(0x02, "reportDTCByStatusMask"),
                    Map.entry(0x03, "reportDTCSnapshotIdentification"),
                    Map.entry(0x04, "reportDTCSnapshotRecordByDTCNumber"),
                    Map.entry(0x05, "reportDTCStoredDataByRecordNumber"),
                    Map.entry(0x06, "reportDTCExtDataRecordByDTCNumber"),
                    Map.entry(0x07, "reportNumberOfDTCBySeverityMaskRecord"),
                    Map.entry(0x08, "reportDTCBySeverityMaskRecord"),
                    Map.entry(0x09, "reportSeverityInformationOfDTC"),
                    Map.entry(0x0A, "reportSupportedDTC"),
                    Map.entry(0x0B, "reportFirstTestFailedDTC"),
                    Map.entry(0x0C, "reportFirstConfirmedDTC"),
                    Map.entry(0x0D, "reportMostRecentTestFailedDTC"),
                    Map.entry(0x0E, "reportMostRecentConfirmedDTC"),
                    Map.entry(0x14, "reportDTCFaultDetectionCounter"),
                    Map.entry(0x15, "reportDTCWithPermanentStatus"),
                    Map.entry(0x16, "reportDTCExtDataRecordByRecordNumber"),
                    Map.entry(0x42, "reportWWHOBDDTCByMaskRecord"),
                    Map.entry(0x55, "reportWWHOBDDTCWithPermanentStatus")),
            Sid.COMMUNICATION_CONTROL,
            Map.of(
                    0x00, "enableRxAndTx",
                    0x01, "enableRxAndDisableTx",
                    0x02, "disableRxAndEnableTx",
                    0x03, "disableRxAndTx",
                    0x04, "enableRxAndDisableTxWithEnhancedAddressInformation",
                    0x05, "enableRxAndTxWithEnhancedAddressInformation"),
            Sid.ROUTINE_CONTROL,
            Map.of(0x01, "startRoutine", 0x02, "stopRoutine", 0x03, "requestRoutineResults"),
            Sid.TESTER_PRESENT,
            Map.of(0x00, "zeroSubFunction"),
            Sid.CONTROL_DTC_SETTING,
            Map.of(0x01, "on", 0x02, "off"));

    private static final Map<Integer, String> ROUTINES =
            Map.of(0xE200, "DeployLoopRoutineID", 0xFF00, "eraseMemory", 0xFF01, "checkProgrammingDependencies");

    private UdsNames() {}

    /** The name of the service {@code sid}, or its number when the standard names none. */
    public static String service(int sid) {
        return SERVICES.getOrDefault(sid, "service %02X".formatted(sid));
    }

    /** The name of a sub-function, without the bit {@link Sid#SUPPRESS}, or its number when the standard names none. */
    public static String subFunction(int sid, int subFunction) {
        if (sid == Sid.SECURITY_ACCESS) {
            boolean seed = subFunction % 2 == 1;
            return "%s level %02X".formatted(seed ? "requestSeed" : "sendKey", seed ? subFunction : subFunction - 1);
        }
        return SUB_FUNCTIONS
                .getOrDefault(sid, Map.of())
                .getOrDefault(subFunction, "sub-function %02X".formatted(subFunction));
    }

    /** The name of the routine {@code rid}, where the standard gives it one (annex F.1). */
    public static Optional<String> routine(int rid) {
        return Optional.ofNullable(ROUTINES.get(rid));
    }

    /** The name of the response code {@code nrc}, or its number when the standard names none. */
    public static String refusal(int nrc) {
        Nrc known = Nrc.of(nrc);
        return known == null ? "code %02X".formatted(nrc) : known.standardName();
    }
}

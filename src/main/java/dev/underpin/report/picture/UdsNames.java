package dev.underpin.report.picture;

import java.util.Map;

/** Names of diagnostic services and refusals as ISO 14229-1 gives them (clause 8.2 table 2, annex A.1). */
public final class UdsNames {
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("10", "DiagnosticSessionControl"),
            Map.entry("11", "ECUReset"),
            Map.entry("14", "ClearDiagnosticInformation"),
            Map.entry("19", "ReadDTCInformation"),
            Map.entry("22", "ReadDataByIdentifier"),
            Map.entry("27", "SecurityAccess"),
            Map.entry("28", "CommunicationControl"),
            Map.entry("2E", "WriteDataByIdentifier"),
            Map.entry("31", "RoutineControl"),
            Map.entry("34", "RequestDownload"),
            Map.entry("36", "TransferData"),
            Map.entry("37", "RequestTransferExit"),
            Map.entry("3E", "TesterPresent"),
            Map.entry("85", "ControlDTCSetting"));
    private static final Map<String, String> REFUSALS = Map.ofEntries(
            Map.entry("10", "generalReject"),
            Map.entry("11", "serviceNotSupported"),
            Map.entry("12", "subFunctionNotSupported"),
            Map.entry("13", "incorrectMessageLengthOrInvalidFormat"),
            Map.entry("21", "busyRepeatRequest"),
            Map.entry("22", "conditionsNotCorrect"),
            Map.entry("24", "requestSequenceError"),
            Map.entry("31", "requestOutOfRange"),
            Map.entry("33", "securityAccessDenied"),
            Map.entry("35", "invalidKey"),
            Map.entry("36", "exceedNumberOfAttempts"),
            Map.entry("37", "requiredTimeDelayNotExpired"),
            Map.entry("70", "uploadDownloadNotAccepted"),
            Map.entry("71", "transferDataSuspended"),
            Map.entry("72", "generalProgrammingFailure"),
            Map.entry("73", "wrongBlockSequenceCounter"),
            Map.entry("78", "requestCorrectlyReceivedResponsePending"),
            Map.entry("7E", "subFunctionNotSupportedInActiveSession"),
            Map.entry("7F", "serviceNotSupportedInActiveSession"));

    private UdsNames() {}

    /** The service's name, or its number when the standard names none. */
    public static String service(String sid) {
        return SERVICES.getOrDefault(hex(sid), "service " + hex(sid));
    }

    /** The refusal's name, or its number when the standard names none. */
    public static String refusal(String nrc) {
        return REFUSALS.getOrDefault(hex(nrc), "code " + hex(nrc));
    }

    static boolean isPending(String nrc) {
        return hex(nrc).equals("78");
    }

    static boolean isKeepAlive(String sid) {
        return hex(sid).equals("3E");
    }

    /** Two upper-case hexadecimal digits, from a number in hexadecimal text with or without its prefix. */
    private static String hex(String code) {
        String digits = code.startsWith("0x") ? code.substring(2) : code;
        return digits.toUpperCase(java.util.Locale.ROOT);
    }
}

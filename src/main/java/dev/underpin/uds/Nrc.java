package dev.underpin.uds;

import org.jspecify.annotations.Nullable;

/** Response codes of ISO 14229-1:2020 annex A. {@link #POSITIVE} is the internal code for "no objection" and never travels. */
public enum Nrc {
    POSITIVE(0x00, "positiveResponse", "positive response"),
    GENERAL_REJECT(0x10, "generalReject", "general reject"),
    SERVICE_NOT_SUPPORTED(0x11, "serviceNotSupported", "service not supported"),
    SUB_FUNCTION_NOT_SUPPORTED(0x12, "subFunctionNotSupported", "sub-function not supported"),
    INCORRECT_LENGTH(0x13, "incorrectMessageLengthOrInvalidFormat", "incorrect message length or invalid format"),
    RESPONSE_TOO_LONG(0x14, "responseTooLong", "response too long"),
    BUSY_REPEAT_REQUEST(0x21, "busyRepeatRequest", "busy, repeat request"),
    CONDITIONS_NOT_CORRECT(0x22, "conditionsNotCorrect", "conditions not correct"),
    SEQUENCE_ERROR(0x24, "requestSequenceError", "request sequence error"),
    NO_RESPONSE_FROM_SUBNET(0x25, "noResponseFromSubnetComponent", "no response from sub-net component"),
    FAILURE_PREVENTS_EXECUTION(
            0x26, "failurePreventsExecutionOfRequestedAction", "failure prevents execution of requested action"),
    OUT_OF_RANGE(0x31, "requestOutOfRange", "request out of range"),
    SECURITY_ACCESS_DENIED(0x33, "securityAccessDenied", "security access denied"),
    AUTHENTICATION_REQUIRED(0x34, "authenticationRequired", "authentication required"),
    INVALID_KEY(0x35, "invalidKey", "invalid key"),
    EXCEEDED_ATTEMPTS(0x36, "exceedNumberOfAttempts", "exceeded number of attempts"),
    DELAY_NOT_EXPIRED(0x37, "requiredTimeDelayNotExpired", "required time delay not expired"),
    SECURE_TRANSMISSION_REQUIRED(0x38, "secureDataTransmissionRequired", "secure data transmission required"),
    SECURE_TRANSMISSION_NOT_ALLOWED(0x39, "secureDataTransmissionNotAllowed", "secure data transmission not allowed"),
    SECURE_VERIFICATION_FAILED(0x3A, "secureDataVerificationFailed", "secure data verification failed"),
    CERTIFICATE_TIME(
            0x50,
            "certificateVerificationFailedInvalidTimePeriod",
            "certificate verification failed, invalid time period"),
    CERTIFICATE_SIGNATURE(
            0x51,
            "certificateVerificationFailedInvalidSignature",
            "certificate verification failed, invalid signature"),
    CERTIFICATE_CHAIN(
            0x52,
            "certificateVerificationFailedInvalidChainOfTrust",
            "certificate verification failed, invalid chain of trust"),
    CERTIFICATE_TYPE(0x53, "certificateVerificationFailedInvalidType", "certificate verification failed, invalid type"),
    CERTIFICATE_FORMAT(
            0x54, "certificateVerificationFailedInvalidFormat", "certificate verification failed, invalid format"),
    CERTIFICATE_CONTENT(
            0x55, "certificateVerificationFailedInvalidContent", "certificate verification failed, invalid content"),
    CERTIFICATE_SCOPE(
            0x56, "certificateVerificationFailedInvalidScope", "certificate verification failed, invalid scope"),
    CERTIFICATE_REVOKED(
            0x57,
            "certificateVerificationFailedInvalidCertificate",
            "certificate verification failed, invalid certificate (revoked)"),
    OWNERSHIP(0x58, "ownershipVerificationFailed", "ownership verification failed"),
    CHALLENGE(0x59, "challengeCalculationFailed", "challenge calculation failed"),
    ACCESS_RIGHTS(0x5A, "settingAccessRightsFailed", "setting access rights failed"),
    SESSION_KEY(0x5B, "sessionKeyCreationDerivationFailed", "session key creation or derivation failed"),
    CONFIGURATION_DATA(0x5C, "configurationDataUsageFailed", "configuration data usage failed"),
    DEAUTHENTICATION(0x5D, "deAuthenticationFailed", "deauthentication failed"),
    UPLOAD_DOWNLOAD_NOT_ACCEPTED(0x70, "uploadDownloadNotAccepted", "upload or download not accepted"),
    TRANSFER_SUSPENDED(0x71, "transferDataSuspended", "transfer data suspended"),
    PROGRAMMING_FAILURE(0x72, "generalProgrammingFailure", "general programming failure"),
    WRONG_BLOCK_COUNTER(0x73, "wrongBlockSequenceCounter", "wrong block sequence counter"),
    RESPONSE_PENDING(0x78, "requestCorrectlyReceivedResponsePending", "request correctly received, response pending"),
    SUB_FUNCTION_NOT_IN_SESSION(
            0x7E, "subFunctionNotSupportedInActiveSession", "sub-function not supported in active session"),
    SERVICE_NOT_IN_SESSION(0x7F, "serviceNotSupportedInActiveSession", "service not supported in active session"),
    RPM_TOO_HIGH(0x81, "rpmTooHigh", "rpm too high"),
    RPM_TOO_LOW(0x82, "rpmTooLow", "rpm too low"),
    ENGINE_RUNNING(0x83, "engineIsRunning", "engine is running"),
    ENGINE_NOT_RUNNING(0x84, "engineIsNotRunning", "engine is not running"),
    ENGINE_RUN_TIME_TOO_LOW(0x85, "engineRunTimeTooLow", "engine run time too low"),
    TEMPERATURE_TOO_HIGH(0x86, "temperatureTooHigh", "temperature too high"),
    TEMPERATURE_TOO_LOW(0x87, "temperatureTooLow", "temperature too low"),
    SPEED_TOO_HIGH(0x88, "vehicleSpeedTooHigh", "vehicle speed too high"),
    SPEED_TOO_LOW(0x89, "vehicleSpeedTooLow", "vehicle speed too low"),
    PEDAL_TOO_HIGH(0x8A, "throttlePedalTooHigh", "throttle or pedal too high"),
    PEDAL_TOO_LOW(0x8B, "throttlePedalTooLow", "throttle or pedal too low"),
    NOT_IN_NEUTRAL(0x8C, "transmissionRangeNotInNeutral", "transmission range not in neutral"),
    NOT_IN_GEAR(0x8D, "transmissionRangeNotInGear", "transmission range not in gear"),
    BRAKE_NOT_CLOSED(0x8F, "brakeSwitchNotClosed", "brake switch not closed"),
    NOT_IN_PARK(0x90, "shifterLeverNotInPark", "shifter lever not in park"),
    TORQUE_CONVERTER_LOCKED(0x91, "torqueConverterClutchLocked", "torque converter clutch locked"),
    VOLTAGE_TOO_HIGH(0x92, "voltageTooHigh", "voltage too high"),
    VOLTAGE_TOO_LOW(0x93, "voltageTooLow", "voltage too low"),
    RESOURCE_UNAVAILABLE(0x94, "resourceTemporarilyNotAvailable", "resource temporarily not available");

    private final int code;
    private final String standardName;
    private final String text;

    Nrc(int code, String standardName, String text) {
        this.code = code;
        this.standardName = standardName;
        this.text = text;
    }

    /** The byte on the wire. */
    public int code() {
        return code;
    }

    /** The standard's name, such as {@code conditionsNotCorrect}. */
    public String standardName() {
        return standardName;
    }

    /** The standard's words, in lower case. */
    public String text() {
        return text;
    }

    /** The named code of a byte on the wire, or null when it is the maker's or reserved. */
    public static @Nullable Nrc of(int code) {
        for (Nrc nrc : values()) {
            if (nrc.code == code) {
                return nrc;
            }
        }
        return null;
    }

    /** The byte with its words, such as {@code 0x22 conditions not correct}. */
    public static String describe(int code) {
        Nrc known = of(code);
        return "0x%02X %s".formatted(code, known == null ? "maker's code" : known.text);
    }
}

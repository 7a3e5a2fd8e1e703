package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.client.UdsError;
import dev.underpin.vehicle.telematics.Json;
import java.util.List;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.node.ObjectNode;

/** A command of the support could not be carried out; codes as in the error object of ISO 17978-3 (SOVD). */
final class CommandFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final List<Nrc> CONDITIONS = List.of(
            Nrc.CONDITIONS_NOT_CORRECT,
            Nrc.ENGINE_RUNNING,
            Nrc.SPEED_TOO_HIGH,
            Nrc.NOT_IN_NEUTRAL,
            Nrc.NOT_IN_GEAR,
            Nrc.BRAKE_NOT_CLOSED,
            Nrc.NOT_IN_PARK,
            Nrc.VOLTAGE_TOO_HIGH,
            Nrc.VOLTAGE_TOO_LOW);

    private final String status;
    private final String errorCode;
    private final String vendorCode;

    private CommandFailure(String status, String errorCode, String detail) {
        this(status, errorCode, "", detail);
    }

    private CommandFailure(String status, String errorCode, String vendorCode, String detail) {
        super(detail);
        this.status = status;
        this.errorCode = errorCode;
        this.vendorCode = vendorCode;
    }

    static CommandFailure precondition(String detail) {
        return new CommandFailure("refused", "precondition-not-fulfilled", detail);
    }

    static CommandFailure outOfScope(String detail) {
        return new CommandFailure("refused", "insufficient-access-rights", detail);
    }

    static CommandFailure incomplete(String detail) {
        return new CommandFailure("refused", "incomplete-request", detail);
    }

    /** A control unit has taken back an output that support held. */
    static CommandFailure controlLost(String detail) {
        return new CommandFailure("failed", "vendor-specific", "control-lost", detail);
    }

    /** The failure inside what a future failed with. */
    static CommandFailure in(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof CommandFailure known ? known : of(UdsError.in(failure));
    }

    /** The members of a result that tell it. */
    ObjectNode result() {
        ObjectNode result = Json.object()
                .put("status", status)
                .put("error_code", errorCode)
                .put("detail", String.valueOf(getMessage()));
        return vendorCode.isEmpty() ? result : result.put("vendor_code", vendorCode);
    }

    private static CommandFailure of(UdsError error) {
        String detail = String.valueOf(error.getMessage());
        return switch (error.kind()) {
            case NEGATIVE ->
                CONDITIONS.stream().anyMatch(error::is)
                        ? precondition(detail)
                        : new CommandFailure("failed", code(error), detail);
            case MALFORMED, TIMEOUT, TRANSPORT, PENDING_TOO_LONG, CLOSED ->
                new CommandFailure("failed", code(error), detail);
        };
    }

    /** The error code of ISO 17978-3 for what went wrong with a control unit. */
    static String code(UdsError error) {
        return switch (error.kind()) {
            case NEGATIVE -> "error-response";
            case MALFORMED -> "invalid-response-content";
            case TIMEOUT, TRANSPORT, PENDING_TOO_LONG, CLOSED -> "not-responding";
        };
    }
}

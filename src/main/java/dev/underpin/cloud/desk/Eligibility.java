package dev.underpin.cloud.desk;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.registry.Account;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Decides whether a vehicle and its user may have remote diagnostics, and names the reason if not. */
final class Eligibility {
    private final Map<String, String> minimum;

    Eligibility(Map<String, String> minimum) {
        this.minimum = new LinkedHashMap<>(minimum);
    }

    void require(Map<String, String> versions) {
        minimum.clear();
        minimum.putAll(versions);
    }

    /** Refuses a user who is not registered or cannot be reached. */
    static void checkUser(Account account) {
        if (!account.registered()) {
            throw new ApiError(403, "not-registered", "the driver is not registered");
        }
        if (!account.reachable()) {
            throw new ApiError(403, "contact-missing", "no valid contact details are registered");
        }
    }

    /** Refuses a vehicle whose hardware or software is not up to remote diagnostics. */
    void checkVehicle(Account account, ObjectNode versions) {
        if (!account.diagnosticsSupported()) {
            throw new ApiError(
                    403, "hardware-unsupported", "the vehicle's hardware does not support remote diagnostics");
        }
        minimum.forEach((ecu, needed) -> {
            String found = versions.path(ecu).asString("");
            if (!found.isEmpty() && compare(found, needed) < 0) {
                throw new ApiError(
                        403,
                        "software-outdated",
                        "%s runs %s, remote diagnostics needs %s".formatted(ecu, found, needed));
            }
        });
    }

    private static int compare(String found, String needed) {
        String[] left = found.split("\\.");
        String[] right = needed.split("\\.");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = number(left[i]).compareTo(number(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static BigInteger number(String part) {
        String digits = part.replaceAll("\\D", "");
        return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }
}

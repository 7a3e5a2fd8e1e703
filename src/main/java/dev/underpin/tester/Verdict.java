package dev.underpin.tester;

import dev.underpin.uds.Nrc;
import dev.underpin.uds.client.UdsError;

/** What an answer to a probe tells about what was probed, and no more than that (ISO 14229-1:2020, annex A). */
enum Verdict {
    /** It is there: it answered, or objected to what only it can judge. */
    THERE("there"),
    /** It is there, but not in the session at hand. */
    OTHER_SESSION("there, in another session"),
    /** It is there, behind security access or authentication. */
    LOCKED("there, locked"),
    /** It is not there. */
    ABSENT("not there"),
    /** The answer leaves it open. */
    OPEN("open");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** What a refusal or silence tells of a service. */
    static Verdict ofService(UdsError error) {
        if (error.kind() != UdsError.Kind.NEGATIVE) {
            return OPEN;
        }
        return switch (nrc(error)) {
            case SERVICE_NOT_SUPPORTED -> ABSENT;
            case SERVICE_NOT_IN_SESSION -> OTHER_SESSION;
            case SECURITY_ACCESS_DENIED, AUTHENTICATION_REQUIRED, SECURE_TRANSMISSION_REQUIRED -> LOCKED;
            case GENERAL_REJECT, BUSY_REPEAT_REQUEST, RESOURCE_UNAVAILABLE, NO_RESPONSE_FROM_SUBNET, POSITIVE -> OPEN;
            default -> THERE;
        };
    }

    /** What a refusal or silence tells of a data identifier. */
    static Verdict ofIdentifier(UdsError error) {
        if (error.kind() != UdsError.Kind.NEGATIVE) {
            return OPEN;
        }
        return switch (nrc(error)) {
            case OUT_OF_RANGE -> ABSENT;
            case SECURITY_ACCESS_DENIED, AUTHENTICATION_REQUIRED, SECURE_TRANSMISSION_REQUIRED -> LOCKED;
            case CONDITIONS_NOT_CORRECT, RESPONSE_TOO_LONG, FAILURE_PREVENTS_EXECUTION -> THERE;
            default -> OPEN;
        };
    }

    private static Nrc nrc(UdsError error) {
        Nrc nrc = error.nrc();
        return nrc == null ? Nrc.POSITIVE : nrc;
    }
}

package dev.underpin.rig.health;

import dev.underpin.rig.port.Workshop;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a check asks a control unit (ISO 14229-1), through the workshop's tester. */
final class UnitTalk {
    private static final String POSITIVE_READ = "62";
    private static final String NEGATIVE = "7F";
    private static final String ACTIVE_SESSION = "F186";
    private static final int HEADER = 6;
    private static final int STRAYS = 5;

    private final Workshop workshop;
    private final String ecu;

    UnitTalk(Workshop workshop, String ecu) {
        this.workshop = workshop;
        this.ecu = ecu;
    }

    /** Whether it answers at all (TesterPresent). */
    boolean isPresent() {
        return !workshop.ask(ecu, "3E00").isEmpty();
    }

    /** The text behind a data identifier (ReadDataByIdentifier), or in words why there is none. */
    String text(String did) {
        String answer = read(did);
        return isRead(answer, did)
                ? new String(HexFormat.of().parseHex(answer.substring(HEADER)), StandardCharsets.US_ASCII).strip()
                : refusal(answer);
    }

    /** The diagnostic session that is open, as the control unit says, such as {@code 01}; or in words why that is not known. */
    String session() {
        String answer = read(ACTIVE_SESSION);
        return isRead(answer, ACTIVE_SESSION) ? answer.substring(HEADER) : refusal(answer);
    }

    /** Asks for the default session (DiagnosticSessionControl). */
    void defaultSession() {
        workshop.ask(ecu, "1001");
    }

    /** Asks for a hard reset (ECUReset), which also leaves a boot loader that waits for programming. */
    void reset() {
        workshop.ask(ecu, "1101");
    }

    /** What was on its way when a fault ended is no answer to this question: then it is asked again. */
    private String read(String did) {
        String answer = workshop.ask(ecu, "22" + did);
        for (int again = 0; again < STRAYS && isStray(answer, did); again++) {
            answer = workshop.ask(ecu, "22" + did);
        }
        return answer;
    }

    private static boolean isStray(String answer, String did) {
        return !answer.isEmpty() && !isRead(answer, did) && !answer.startsWith(NEGATIVE + "22");
    }

    private static boolean isRead(String answer, String did) {
        return answer.startsWith(POSITIVE_READ + did);
    }

    private static String refusal(String answer) {
        if (answer.isEmpty()) {
            return "no answer";
        }
        return answer.startsWith(NEGATIVE) && answer.length() >= HEADER
                ? "refusal %s (negative response)".formatted(answer.substring(4, HEADER))
                : "another answer (%s)".formatted(answer);
    }
}

package dev.underpin.report.picture;

import dev.underpin.history.Entry;
import dev.underpin.report.picture.Message.Shape;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Sid;
import dev.underpin.uds.UdsNames;
import java.util.Optional;
import java.util.Set;

/** Turns diagnostic messages into messages of the diagram: requests, and of the answers only refusals. */
final class UdsTranslation {
    private static final String GATEWAY = "GW";
    private static final String ETHERNET = "ethernet";
    private static final int ROUTINE_FROM = 4;
    private static final int ROUTINE_TO = 8;

    /** Services that are put to all control units in turn. */
    private static final Set<Integer> SURVEYS = Set.of(
            Sid.SESSION_CONTROL,
            Sid.ECU_RESET,
            Sid.CLEAR_DTC,
            Sid.READ_DTC,
            Sid.READ_DATA,
            Sid.COMMUNICATION_CONTROL,
            Sid.CONTROL_DTC_SETTING);

    private UdsTranslation() {}

    static Optional<Message> of(Entry entry) {
        if (entry.hex("sid") == Sid.TESTER_PRESENT) {
            return Optional.empty();
        }
        return entry.is("direction", "response") ? refusal(entry) : Optional.of(request(entry));
    }

    private static Message request(Entry entry) {
        int sid = entry.hex("sid");
        boolean survey = SURVEYS.contains(sid);
        String text = UdsNames.service(sid) + routine(entry);
        return Message.of(entry, survey ? Shape.SURVEY : Shape.CALL, tester(entry), entry.text("ecu"), text)
                .moving(entry.number("length").orElse(0.0).longValue());
    }

    private static Optional<Message> refusal(Entry entry) {
        if (entry.text("nrc").isEmpty() || entry.hex("nrc") == Nrc.RESPONSE_PENDING.code()) {
            return Optional.empty();
        }
        String service = UdsNames.service(entry.hex("sid"));
        return Optional.of(Message.of(entry, Shape.ANSWER, tester(entry), entry.text("ecu"), service)
                .answered("refused, " + UdsNames.refusal(entry.hex("nrc"))));
    }

    /** The gateway carries requests on to the buses; on the in-vehicle network the telematics unit asks by itself. */
    private static String tester(Entry entry) {
        return entry.is("link", ETHERNET) ? Translation.TELEMATICS : GATEWAY;
    }

    private static String routine(Entry entry) {
        String pdu = entry.text("pdu");
        return entry.hex("sid") == Sid.ROUTINE_CONTROL && pdu.length() >= ROUTINE_TO
                ? " " + pdu.substring(ROUTINE_FROM, ROUTINE_TO)
                : "";
    }
}

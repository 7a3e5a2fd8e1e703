package dev.underpin.report.picture;

import dev.underpin.history.Entry;
import dev.underpin.report.picture.Message.Shape;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns diagnostic messages into messages of the diagram: requests, and of the answers only refusals. */
final class UdsTranslation {
    private static final String GATEWAY = "GW";
    private static final String ETHERNET = "ethernet";
    private static final String ROUTINE_CONTROL = "31";
    private static final int ROUTINE_FROM = 4;
    private static final int ROUTINE_TO = 8;

    /** Services that are put to all control units in turn. */
    private static final Set<String> SURVEYS = Set.of("10", "11", "14", "19", "22", "28", "85");

    private UdsTranslation() {}

    static Optional<Message> of(Entry entry) {
        if (UdsNames.isKeepAlive(entry.text("sid"))) {
            return Optional.empty();
        }
        return entry.is("direction", "response") ? refusal(entry) : Optional.of(request(entry));
    }

    private static Message request(Entry entry) {
        boolean survey = SURVEYS.contains(entry.text("sid").toUpperCase(Locale.ROOT));
        String text = UdsNames.service(entry.text("sid")) + routine(entry);
        return Message.of(entry, survey ? Shape.SURVEY : Shape.CALL, tester(entry), entry.text("ecu"), text)
                .moving(entry.number("length").orElse(0.0).longValue());
    }

    private static Optional<Message> refusal(Entry entry) {
        String nrc = entry.text("nrc");
        if (nrc.isEmpty() || UdsNames.isPending(nrc)) {
            return Optional.empty();
        }
        String service = UdsNames.service(entry.text("sid"));
        return Optional.of(Message.of(entry, Shape.ANSWER, tester(entry), entry.text("ecu"), service)
                .answered("refused, " + UdsNames.refusal(nrc)));
    }

    /** The gateway carries requests on to the buses; on the in-vehicle network the telematics unit asks by itself. */
    private static String tester(Entry entry) {
        return entry.is("link", ETHERNET) ? Translation.TELEMATICS : GATEWAY;
    }

    private static String routine(Entry entry) {
        String pdu = entry.text("pdu");
        return entry.is("sid", ROUTINE_CONTROL) && pdu.length() >= ROUTINE_TO
                ? " " + pdu.substring(ROUTINE_FROM, ROUTINE_TO)
                : "";
    }
}

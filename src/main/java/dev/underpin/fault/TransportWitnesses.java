package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;

/** See faults of diagnostic conversations in the messages on the wire. The words of the target are those that scenarios use. */
final class TransportWitnesses {
    private static final String PENDING = "78";
    private static final int POSITIVE = 0x40;
    private static final int CODE_CHARACTERS = 8;
    private static final int CODES_BEGIN = 6;

    private TransportWitnesses() {}

    static Witness of(UdsFault fault) {
        return switch (fault) {
            case UdsFault.FalseAnswer it -> TransportWitnesses::falseAnswer;
            case UdsFault.EndlessPending it -> TransportWitnesses::pending;
            case UdsFault.SecondResponder it -> TransportWitnesses::secondResponder;
            case UdsFault.ForeignIdentifier it -> FrameWitnesses::foreign;
            case UdsFault.LateAnswers it -> FrameWitnesses::late;
            case UdsFault.CodeFlood it -> TransportWitnesses::codeFlood;
            case UdsFault.RouteBlocked it -> TransportWitnesses::routeBlocked;
            case UdsFault.AnswerLost it -> TransportWitnesses::answerLost;
            case UdsFault.Intruder it -> FrameWitnesses::intruder;
            case UdsFault.KeysGuessed it -> keysRefused(it.ecu());
        };
    }

    /** A request that begins so was answered so. */
    static Optional<Sighting> falseAnswer(History history, Entry injected) {
        String[] words = words(injected);
        String answer = words[2].replace("SS", "..");
        return said(history, injected, words[0]).stream()
                .filter(entry -> entry.text("pdu").matches(answer))
                .filter(entry -> asked(history, injected, entry, words[1]))
                .findFirst()
                .map(Sighting::of);
    }

    /** The unit asked to wait: once, or again and again. */
    static Optional<Sighting> pending(History history, Entry injected) {
        String[] words = words(injected);
        Optional<Entry> request = messages(history, injected, words[0], "request").stream()
                .filter(entry -> entry.text("pdu").startsWith(words[1]))
                .findFirst();
        List<Entry> waits = said(history, injected, words[0]).stream()
                .filter(entry -> entry.is("nrc", PENDING))
                .filter(entry -> request.filter(
                                asked -> asked.index() < entry.index() && asked.is("sid", entry.text("sid")))
                        .isPresent())
                .toList();
        int needed = words[2].equals("0") ? 1 : 2;
        return waits.size() < needed
                ? Optional.empty()
                : Optional.of(Sighting.of("asked to wait %d times".formatted(waits.size()), waits.subList(0, needed)));
    }

    /** Of one data identifier more answers came than requests, and they differ. */
    static Optional<Sighting> secondResponder(History history, Entry injected) {
        String[] words = words(injected);
        String positive = "62" + words[1].substring(2);
        long requests = messages(history, injected, words[0], "request").stream()
                .filter(entry -> entry.text("pdu").equals(words[1]))
                .count();
        List<Entry> answers = said(history, injected, words[0]).stream()
                .filter(entry -> entry.text("pdu").startsWith(positive))
                .toList();
        boolean differ =
                answers.stream().map(entry -> entry.text("pdu")).distinct().count() > 1;
        return requests > 0 && answers.size() > requests && differ
                ? Optional.of(Sighting.of("more answers than requests, and different ones", answers))
                : Optional.empty();
    }

    /** So many codes in one answer. */
    static Optional<Sighting> codeFlood(History history, Entry injected) {
        String[] words = words(injected);
        int length = CODES_BEGIN + CODE_CHARACTERS * Integer.parseInt(words[1]);
        return said(history, injected, words[0]).stream()
                .filter(entry -> entry.text("pdu").startsWith("5902")
                        && entry.text("pdu").length() >= length)
                .findFirst()
                .map(Sighting::of);
    }

    /** Others were asked something, or the unit itself once the fault was over; until then the unit never was. */
    static Optional<Sighting> routeBlocked(History history, Entry injected) {
        String ecu = injected.text("target");
        int healed = history.of(Kind.FAULT).stream()
                .filter(entry -> entry.index() > injected.index() && entry.is("state", "healed"))
                .mapToInt(Entry::index)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        List<Entry> asked = history.of(Kind.UDS).stream()
                .filter(entry -> entry.index() > injected.index() && entry.is("direction", "request"))
                .toList();
        boolean during = asked.stream().anyMatch(entry -> entry.index() < healed && entry.is("ecu", ecu));
        return during
                ? Optional.empty()
                : asked.stream()
                        .filter(entry -> !entry.is("ecu", ecu) || entry.index() > healed)
                        .findFirst()
                        .map(entry -> Sighting.of(
                                "%s was not asked, until %s was".formatted(ecu, entry.text("ecu")), List.of(entry)));
    }

    /** The same request came again although nothing had answered it. */
    static Optional<Sighting> answerLost(History history, Entry injected) {
        String[] words = words(injected);
        String service = "%02X".formatted(Integer.parseInt(words[1], 16) - POSITIVE);
        Entry before = null;
        for (Entry entry : history.of(Kind.UDS)) {
            if (entry.index() > injected.index() && entry.is("ecu", words[0]) && entry.is("sid", service)) {
                boolean again = before != null
                        && entry.is("direction", "request")
                        && before.is("direction", "request")
                        && before.is("pdu", entry.text("pdu"));
                if (again) {
                    return Optional.of(Sighting.of(entry));
                }
                before = entry;
            }
        }
        return Optional.empty();
    }

    /** Whether the last request to the unit before that answer begins so. */
    private static boolean asked(History history, Entry injected, Entry answer, String prefix) {
        return messages(history, injected, answer.text("ecu"), "request").stream()
                .filter(entry -> entry.index() < answer.index())
                .reduce((earlier, later) -> later)
                .filter(entry -> entry.text("pdu").startsWith(prefix))
                .isPresent();
    }

    private static List<Entry> said(History history, Entry injected, String ecu) {
        return messages(history, injected, ecu, "response");
    }

    private static List<Entry> messages(History history, Entry injected, String ecu, String direction) {
        return history.of(Kind.UDS).stream()
                .filter(entry ->
                        entry.index() > injected.index() && entry.is("ecu", ecu) && entry.is("direction", direction))
                .toList();
    }

    private static String[] words(Entry injected) {
        return injected.text("target").split(" ");
    }

    /** A control unit refused a key, or to be asked again so soon (ISO 14229-1, table A.1: 0x35, 0x36, 0x37). */
    private static Witness keysRefused(String ecu) {
        return Witness.record(
                Kind.UDS, entry -> entry.is("ecu", ecu) && entry.text("pdu").matches("7F273[567].*"));
    }
}

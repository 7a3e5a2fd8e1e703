package dev.underpin.judge.support;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.judge.Checker;
import dev.underpin.judge.Finding;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Screens;
import dev.underpin.judge.fact.Session;
import dev.underpin.judge.fact.Uds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Detailed diagnostics of the on-board systems: every control unit is listed, and what the desk is told of it is what it said on the
 * wire.
 */
final class ReadOut implements Checker {
    @Override
    public Finding check(History history) {
        Facts facts = new Facts(history);
        Optional<Session> session = Session.last(facts);
        if (session.isEmpty()) {
            return Finding.open(Session.opening().words());
        }
        int opened = session.get().opened().index();
        Optional<Entry> snapshot = session.get().vehicle("PUT", "/snapshot").firstAfter(facts, opened);
        if (snapshot.isEmpty()) {
            return Finding.open(Support.SNAPSHOT.words(), session.get().opened());
        }
        return complaint(facts, opened, snapshot.get())
                .map(words -> Finding.fail(words, session.get().opened(), snapshot.get()))
                .orElseGet(() -> Finding.pass(
                        "every control unit was asked, and the desk was told what it said",
                        session.get().opened(),
                        snapshot.get()));
    }

    private static Optional<String> complaint(Facts facts, int opened, Entry snapshot) {
        List<String> listed = new ArrayList<>();
        for (JsonNode row : Http.request(snapshot).path("ecus")) {
            listed.add(row.path("ecu").asString(""));
            Optional<String> words = complaint(facts, opened, snapshot, row);
            if (words.isPresent()) {
                return words;
            }
        }
        return SupportGoals.expected(facts).stream()
                .filter(ecu -> !listed.contains(ecu))
                .findFirst()
                .map(ecu -> "%s is missing in the read-out".formatted(ecu))
                .or(() -> lamps(facts, opened, snapshot));
    }

    /** Lamps that warned all the while. */
    private static Optional<String> lamps(Facts facts, int opened, Entry snapshot) {
        List<String> warning = Screens.warningsAt(facts, Facts.BEGINNING, opened);
        List<String> since = Screens.warningsAt(facts, Facts.BEGINNING, snapshot.index());
        boolean told = !Http.request(snapshot).path("lamps").isEmpty();
        return told || warning.isEmpty() || !warning.equals(since)
                ? Optional.empty()
                : Optional.of("the desk was told of no lamp, but %s warn".formatted(warning));
    }

    private static Optional<String> version(Facts facts, int opened, Entry snapshot, JsonNode row) {
        String ecu = row.path("ecu").asString("");
        String told = row.path("versions").path("software").asString("");
        List<String> said = Uds.of(ecu, Uds.response("62F195")).between(facts, opened, snapshot.index()).stream()
                .map(Uds::ascii)
                .toList();
        return told.isEmpty() || said.isEmpty() || said.contains(told)
                ? Optional.empty()
                : Optional.of("the desk was told version %s of %s, which said %s".formatted(told, ecu, said));
    }

    private static Optional<String> complaint(Facts facts, int opened, Entry snapshot, JsonNode row) {
        String ecu = row.path("ecu").asString("");
        List<Entry> said = Uds.of(ecu, Uds.response("5902")).between(facts, opened, snapshot.index());
        String state = row.path("state").asString("");
        boolean asked = !Uds.of(ecu, Uds.request(""))
                .between(facts, opened, snapshot.index())
                .isEmpty();
        if (state.equals("silent") && !asked) {
            return Optional.of("%s is listed as silent, but was never asked".formatted(ecu));
        }
        if (!state.equals("answered")) {
            return said.isEmpty()
                    ? Optional.empty()
                    : Optional.of("%s is listed as %s, but it answered".formatted(ecu, state));
        }
        if (said.isEmpty()) {
            return ecu.equals("TCU")
                    ? Optional.empty()
                    : Optional.of(ecu + " is listed as answered, but was never heard on the wire");
        }
        Map<String, Integer> told = new TreeMap<>();
        row.path("dtcs")
                .forEach(code -> told.put(
                        code.path("code").asString(""), code.path("status").asInt(0)));
        Map<String, Integer> real = new TreeMap<>(Uds.codes(said.getLast()));
        return told.equals(real)
                ? version(facts, opened, snapshot, row)
                : Optional.of("the desk was told %s of %s, which said %s".formatted(told, ecu, real));
    }
}

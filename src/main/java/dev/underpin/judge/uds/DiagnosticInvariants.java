package dev.underpin.judge.uds;

import dev.underpin.fault.FaultKind;
import dev.underpin.fault.Seam;
import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Promise;
import dev.underpin.judge.uds.Conversations.Told;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What holds of every diagnostic exchange of every scenario (ISO 14229-1:2020, ISO 14229-2:2021). */
public final class DiagnosticInvariants {
    private static final long BOOT = 30 * Nanos.SECOND;
    private static final Set<Seam> IMPERSONATING = Set.of(Seam.TRANSPORT, Seam.UDS);
    private static final Set<Seam> FALSIFYING =
            Set.of(Seam.BIT, Seam.BUS, Seam.SUPPLY, Seam.FLASH, Seam.ECU, Seam.TRANSPORT, Seam.UDS);
    private static final Set<String> UNASKED = Set.of("6A", "C6");

    private DiagnosticInvariants() {}

    /** All of them; a finding NotRun says that one does not apply to a scenario. */
    public static List<Promise> all() {
        List<Promise> all = new ArrayList<>(List.of(
                new Promise(
                        "UDS-ANSWER",
                        "each diagnostic response is one that its request may have: codes, order, echo, suppression, addressing",
                        history -> each(history, told -> Answers.complaint(told.exchange()))),
                new Promise(
                        "UDS-TIME",
                        "each diagnostic response comes in time",
                        history -> undisturbed(history, told -> Punctuality.ON_A_BUS.complaint(told.exchange()))),
                new Promise(
                        "UDS-SILENCE",
                        "no control unit that runs leaves a request to it unanswered",
                        history -> undisturbed(history, told -> silence(history, told))),
                new Promise(
                        "UDS-UNASKED",
                        "no control unit answers what nobody asked",
                        DiagnosticInvariants::nothingUnasked)));
        all.addAll(TransportInvariants.all());
        return all;
    }

    private static Finding each(History history, Function<Told, Optional<String>> complaint) {
        Set<String> impersonated = impersonated(history);
        List<Told> exchanges = Conversations.in(history).all().stream()
                .filter(told -> !impersonated.contains(told.ecu()))
                .toList();
        if (exchanges.isEmpty()) {
            return Finding.notRun("no diagnostic request was seen");
        }
        for (Told told : exchanges) {
            Optional<String> words = complaint.apply(told);
            if (words.isPresent()) {
                String request = told.exchange().request().words();
                return Finding.fail("%s, asked %s: %s".formatted(told.ecu(), request, words.get()))
                        .by(told.records());
            }
        }
        return Finding.pass(
                "in %d exchanges".formatted(exchanges.size()),
                exchanges.getLast().records().getFirst());
    }

    private static Finding undisturbed(History history, Function<Told, Optional<String>> complaint) {
        return disturbed(history) ? Finding.notRun("what was sent was disturbed") : each(history, complaint);
    }

    private static Finding nothingUnasked(History history) {
        if (disturbed(history)) {
            return Finding.notRun("what was sent was disturbed");
        }
        boolean subscribed = history.of(Kind.UDS).stream()
                .anyMatch(entry -> UNASKED.stream().anyMatch(entry.text("pdu")::startsWith));
        if (subscribed || history.of(Kind.UDS).isEmpty()) {
            return Finding.notRun(
                    subscribed ? "messages without request were ordered" : "no diagnostic message was seen");
        }
        List<Entry> unasked = Conversations.in(history).unasked();
        return unasked.isEmpty()
                ? Finding.pass(
                        "every response had its request", history.of(Kind.UDS).getLast())
                : Finding.fail("nobody had asked for this", unasked.getFirst());
    }

    private static Optional<String> silence(History history, Told told) {
        boolean due = Punctuality.ON_A_BUS.over(told.exchange())
                && runs(history, told)
                && !onBrokenConnection(history, told.records().getFirst());
        return due ? Answers.silence(told.exchange()) : Optional.empty();
    }

    /** Whether the control unit was there all the time: powered, and not on its way through a reset. */
    private static boolean runs(History history, Told told) {
        long asked = told.exchange().request().at();
        long until = Math.min(told.exchange().until(), asked + BOOT);
        boolean booted = false;
        for (Entry boot : history.of(Kind.BOOT)) {
            if (boot.is("ecu", told.ecu())) {
                if (boot.at() >= asked && boot.at() <= asked + BOOT) {
                    return false;
                }
                booted |= boot.at() < asked;
            }
        }
        boolean powered = true;
        for (Entry supply : history.of(Kind.SUPPLY)) {
            if (supply.is("ecu", told.ecu()) && supply.at() <= until) {
                boolean down = !supply.flag("powered");
                powered = supply.at() < asked ? !down : powered && !down;
            }
        }
        return booted && powered;
    }

    /**
     * Whether the connection may have ended with a restart that the asker heard nothing of: over TCP the first request after it is lost
     * (ISO 13400-2:2019, 7.2).
     */
    private static boolean onBrokenConnection(History history, Entry request) {
        if (!request.is("link", "ethernet")) {
            return false;
        }
        int restarted = history.of(Kind.BOOT).stream()
                .filter(boot -> boot.is("ecu", request.text("ecu")) && boot.index() < request.index())
                .mapToInt(Entry::index)
                .max()
                .orElse(-1);
        List<Entry> before = history.of(Kind.UDS).stream()
                .filter(entry -> entry.index() < request.index())
                .filter(entry -> entry.is("ecu", request.text("ecu")) && entry.is("link", "ethernet"))
                .toList();
        return !before.isEmpty() && before.getLast().index() < restarted;
    }

    /** Control units of which not all that was heard was their own words. */
    private static Set<String> impersonated(History history) {
        return history.of(Kind.FAULT).stream()
                .filter(entry -> FaultKind.named(entry.text("fault"))
                        .filter(kind -> IMPERSONATING.contains(kind.seam()))
                        .isPresent())
                .map(entry -> entry.text("target").split(" ")[0])
                .collect(Collectors.toSet());
    }

    private static boolean disturbed(History history) {
        return history.of(Kind.FAULT).stream()
                .map(entry -> FaultKind.named(entry.text("fault")))
                .flatMap(Optional::stream)
                .anyMatch(kind -> FALSIFYING.contains(kind.seam()));
    }
}

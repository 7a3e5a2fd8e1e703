package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Sees a fault's effect in the history, whoever injected it: a pure function that shares nothing with the injector. */
@FunctionalInterface
public interface Witness {
    /** What shows the effect of the fault whose injection {@code injected} tells of. */
    Optional<Sighting> seenIn(History history, Entry injected);

    /** The witness of a kind of fault. */
    static Witness of(FaultKind kind) {
        return switch (kind) {
            case COOLANT_PUMP_CLOGGED, COOLANT_PUMP_WORN ->
                record(
                        Kind.UDS,
                        (entry, injected) ->
                                entry.is("ecu", "THM") && entry.text("pdu").matches("5902..(.{8})*0C4A92.*"));
            case TOUCH_DEAD ->
                record(
                        Kind.PRESS,
                        (entry, injected) -> entry.is("screen", "infotainment") && entry.is("effect", "none"));
            case SUPPLY_CUT ->
                record(
                        Kind.SUPPLY,
                        (entry, injected) -> entry.is("ecu", injected.text("target")) && !entry.flag("powered"));
            case LINK_DROP ->
                record(Kind.HTTP, (entry, injected) -> !entry.text("error").isEmpty());
            case FLASH_WORN ->
                record(
                        Kind.UDS,
                        (entry, injected) -> entry.is("ecu", injected.text("target")) && entry.is("nrc", "72"));
            case BUS_OFF ->
                record(
                        Kind.CONTROLLER,
                        (entry, injected) -> entry.is("node", injected.text("target")) && entry.is("state", "bus-off"));
            case BUS_NOISE -> BusWitnesses::errors;
            case BABBLING_IDIOT -> BusWitnesses::babble;
            case DUPLICATED_FRAME -> BusWitnesses::twins;
            case FALSE_ANSWER -> TransportWitnesses::falseAnswer;
            case ENDLESS_PENDING -> TransportWitnesses::pending;
            case SECOND_RESPONDER -> TransportWitnesses::secondResponder;
            case FOREIGN_IDENTIFIER -> FrameWitnesses::foreign;
            case LATE_ANSWERS -> FrameWitnesses::late;
            case CODE_FLOOD -> TransportWitnesses::codeFlood;
            case TRANSPORT -> FrameWitnesses::transport;
            case ROUTE_BLOCKED -> TransportWitnesses::routeBlocked;
            case ANSWER_LOST -> TransportWitnesses::answerLost;
            case INTRUDER -> FrameWitnesses::intruder;
        };
    }

    private static Witness record(Kind kind, BiPredicate<Entry, Entry> shows) {
        return (history, injected) -> history.of(kind).stream()
                .filter(entry -> entry.index() > injected.index() && shows.test(entry, injected))
                .findFirst()
                .map(Sighting::of);
    }
}

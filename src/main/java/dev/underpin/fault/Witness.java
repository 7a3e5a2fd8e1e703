package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sees a fault's effect in the history, whoever injected it: a pure function that shares nothing with the injector. */
@FunctionalInterface
public interface Witness {
    /** The record that shows the effect of the fault whose injection {@code injected} tells of. */
    Optional<Entry> seenIn(History history, Entry injected);

    /** The witness of a kind of fault. */
    static Witness of(FaultKind kind) {
        return switch (kind) {
            case COOLANT_PUMP_CLOGGED, COOLANT_PUMP_WORN ->
                (history, injected) -> first(
                        history,
                        injected,
                        Kind.UDS,
                        entry -> entry.is("ecu", "THM") && entry.text("pdu").matches("5902..(.{8})*0C4A92.*"));
            case TOUCH_DEAD ->
                (history, injected) -> since(history, injected, Kind.PRESS)
                        .filter(entry -> entry.is("screen", "infotainment") && entry.is("effect", "none"))
                        .findFirst();
            case SUPPLY_CUT ->
                (history, injected) -> since(history, injected, Kind.SUPPLY)
                        .filter(entry -> entry.is("ecu", injected.text("target")) && !entry.flag("powered"))
                        .findFirst();
            case LINK_DROP ->
                (history, injected) -> first(
                        history,
                        injected,
                        Kind.HTTP,
                        entry -> !entry.text("error").isEmpty());
            case FLASH_WORN ->
                (history, injected) -> first(
                        history,
                        injected,
                        Kind.UDS,
                        entry -> entry.is("ecu", injected.text("target")) && entry.is("nrc", "72"));
        };
    }

    private static Optional<Entry> first(History history, Entry injected, Kind kind, Predicate<Entry> effect) {
        return since(history, injected, kind).filter(effect).findFirst();
    }

    private static Stream<Entry> since(History history, Entry injected, Kind kind) {
        return history.of(kind).stream().filter(entry -> entry.index() > injected.index());
    }
}

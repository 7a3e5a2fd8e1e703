package dev.underpin.fault;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import dev.underpin.time.Nanos;
import java.util.Optional;
import java.util.function.Predicate;

/** See faults of supplies and of cells at the terminals of control units, and in what these say of their flash. */
final class PowerWitnesses {
    private static final double DEAD = 0.5;
    private static final long AT_ONCE = 50 * Nanos.MILLISECOND;

    private PowerWitnesses() {}

    static Witness of(SupplyFault fault) {
        return switch (fault) {
            case SupplyFault.SupplyCut it -> cut(it.ecu());
            case SupplyFault.SupplyDip it -> terminal(entry -> entry.is("ecu", it.ecu()) && below(entry, it.volts()));
            case SupplyFault.Blackout it -> terminal(entry -> below(entry, DEAD));
            case SupplyFault.BrownOut it -> terminal(entry -> below(entry, it.volts()));
            case SupplyFault.Cranking it -> terminal(entry -> below(entry, it.volts()));
        };
    }

    static Witness of(FlashFault fault) {
        return switch (fault) {
            case FlashFault.FlashWorn it -> failing(it.ecu());
            case FlashFault.FlashCut it -> (history, injected) -> alone(history, injected, it.ecu());
            case FlashFault.FlashRot it -> rotten(it.ecu());
            case FlashFault.FlashBadSector it -> failing(it.ecu());
            case FlashFault.FlashSlow it -> slow(it.ecu());
        };
    }

    /** Something changed at a terminal at once, before anything in the vehicle could have to do with it. */
    static Witness terminal(Predicate<Entry> shows) {
        return (history, injected) -> history.of(Kind.SUPPLY).stream()
                .filter(entry -> entry.index() > injected.index() && entry.at() <= injected.at() + AT_ONCE)
                .filter(shows)
                .findFirst()
                .map(Sighting::of);
    }

    /** Its supply went at once; or it had none just then, and did not get it back when the others got theirs. */
    private static Witness cut(String ecu) {
        Witness atOnce = terminal(entry -> entry.is("ecu", ecu) && !entry.flag("powered"));
        return atOnce.or((history, injected) -> leftBehind(history, injected, ecu));
    }

    private static Optional<Sighting> leftBehind(History history, Entry injected, String ecu) {
        boolean dead = history.of(Kind.SUPPLY).stream()
                .filter(entry -> entry.index() < injected.index() && entry.is("ecu", ecu))
                .reduce((earlier, later) -> later)
                .filter(entry -> !entry.flag("powered"))
                .isPresent();
        Optional<Entry> first = history.of(Kind.SUPPLY).stream()
                .filter(entry -> dead && entry.index() > injected.index() && entry.flag("powered"))
                .findFirst();
        return first.filter(others -> history.of(Kind.SUPPLY).stream()
                        .noneMatch(entry -> entry.at() == others.at() && entry.is("ecu", ecu)))
                .map(Sighting::of);
    }

    private static boolean below(Entry entry, double volts) {
        return entry.number("volts").filter(measured -> measured <= volts).isPresent();
    }

    /** The control unit's supply went, and no other one's with it: it was not the vehicle that switched it. */
    private static Optional<Sighting> alone(History history, Entry injected, String ecu) {
        return history.of(Kind.SUPPLY).stream()
                .filter(entry -> entry.index() > injected.index() && entry.is("ecu", ecu) && !entry.flag("powered"))
                .filter(entry -> history.of(Kind.SUPPLY).stream()
                        .noneMatch(other -> other.at() == entry.at() && !other.is("ecu", ecu)))
                .findFirst()
                .map(Sighting::of);
    }

    /** The control unit says that programming failed (ISO 14229-1:2020, 0x72). */
    private static Witness failing(String ecu) {
        return Witness.record(Kind.UDS, entry -> entry.is("ecu", ecu) && entry.is("nrc", "72"));
    }

    /** The control unit's check of its image did not end well, or it did not start complete software. */
    private static Witness rotten(String ecu) {
        Witness check = Witness.record(
                Kind.UDS, entry -> entry.is("ecu", ecu) && entry.text("pdu").matches("71010202(?!00).*|7F31(?!78).*"));
        Witness boot = Witness.record(Kind.BOOT, entry -> entry.is("ecu", ecu) && !entry.flag("complete"));
        return check.or(boot);
    }

    /** The control unit asked for patience while it programmed: a block takes it a few milliseconds. */
    private static Witness slow(String ecu) {
        return Witness.record(
                Kind.UDS, entry -> entry.is("ecu", ecu) && entry.is("nrc", "78") && entry.is("sid", "36"));
    }
}

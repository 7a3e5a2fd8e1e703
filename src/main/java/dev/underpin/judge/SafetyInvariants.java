package dev.underpin.judge;

import dev.underpin.history.Entry;
import dev.underpin.history.History;
import dev.underpin.history.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Nobody drives a vehicle that is being changed, and nobody changes a vehicle that drives. */
final class SafetyInvariants {
    private static final List<String> DRIVE = List.of("VCU", "BMS", "INV");
    private static final Predicate<Entry> INHIBIT = Bus.signal("VCU_DriveState", "DriveInhibit");
    private static final Predicate<Entry> READY = Bus.signal("VCU_DriveState", "DriveReady");

    private SafetyInvariants() {}

    /** V8: update mode ends; until then no drive range is granted and the drive is never ready with an incomplete safety ECU. */
    static Finding heldStill(History history) {
        Optional<Entry> mode = Bus.now(history, "GW_VehicleMode", "UpdateMode").filter(Bus.reads(1));
        Optional<Entry> inhibited =
                Bus.now(history, "VCU_DriveState", "DriveInhibit").filter(Bus.reads(1));
        if (mode.isPresent() || inhibited.isPresent()) {
            return Finding.open(
                    "the end of update mode", mode.or(() -> inhibited).orElseThrow());
        }
        return grantedWhileInhibited(history)
                .or(() -> readyWhileErased(history))
                .orElseGet(() -> Finding.pass("held still while it was being changed, free afterwards"));
    }

    private static Optional<Finding> grantedWhileInhibited(History history) {
        return history.of(Kind.ACTION).stream()
                .filter(it -> it.is("action", "gear") && !it.is("value", "P") && it.flag("granted"))
                .filter(it -> Past.lastBefore(history, Kind.SIGNAL, it.index(), INHIBIT)
                        .filter(Bus.reads(1))
                        .isPresent())
                .findFirst()
                .map(it -> Finding.fail("gear %s granted while driving was inhibited".formatted(it.text("value")), it));
    }

    private static Optional<Finding> readyWhileErased(History history) {
        return history.of(Kind.UDS).stream()
                .filter(Wire.response("7101FF00").and(it -> DRIVE.contains(it.text("ecu"))))
                .flatMap(erased -> readyBeforeBoot(history, erased).stream())
                .findFirst();
    }

    private static Optional<Finding> readyBeforeBoot(History history, Entry erased) {
        int boot = Past.firstAfter(
                        history,
                        Kind.BOOT,
                        erased.index(),
                        Wire.of(erased.text("ecu")).and(SafetyInvariants::whole))
                .map(Entry::index)
                .orElse(Integer.MAX_VALUE);
        Optional<Entry> before =
                Past.lastBefore(history, Kind.SIGNAL, erased.index(), READY).filter(Bus.reads(1));
        return before.or(() -> Past.firstAfter(history, Kind.SIGNAL, erased.index(), READY.and(Bus.reads(1)))
                        .filter(it -> it.index() < boot))
                .map(ready -> Finding.fail(
                        "ready to drive while %s was erased".formatted(erased.text("ecu")), erased, ready));
    }

    private static boolean whole(Entry boot) {
        return boot.is("from", "application") && boot.flag("complete");
    }
}

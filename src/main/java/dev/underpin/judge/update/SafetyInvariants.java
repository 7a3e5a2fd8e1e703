package dev.underpin.judge.update;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.Finding;
import dev.underpin.judge.Words;
import dev.underpin.judge.fact.Attempt;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Sign;
import dev.underpin.judge.fact.Signals;
import dev.underpin.judge.fact.Uds;
import dev.underpin.judge.fact.Vehicle;
import dev.underpin.time.Nanos;
import java.util.Optional;
import java.util.stream.Stream;

/** V8: nobody drives a vehicle that is being changed. */
final class SafetyInvariants {
    private static final long RELEASED = 15 * Nanos.SECOND;
    /** A control unit that has started has told its state by then. */
    private static final long SPOKEN = Nanos.SECOND;

    private static final Sign INHIBIT = Signals.change("VCU_DriveState", "DriveInhibit");
    private static final Sign UPDATE_MODE = Signals.change("GW_VehicleMode", "UpdateMode");
    private static final Sign READY = Signals.change("VCU_DriveState", "DriveReady");
    private static final Sign CUT =
            Sign.of("the drive control without supply", Kind.SUPPLY, it -> it.is("ecu", "VCU") && !it.flag("powered"));
    private static final Sign BACK = Vehicle.boot("VCU").where(Vehicle::runs);
    private static final Sign GRANTED = Sign.of(
            "a gear granted", Kind.ACTION, it -> it.is("action", "gear") && !it.is("value", "P") && it.flag("granted"));

    private SafetyInvariants() {}

    /** Erased only in update mode, which ends; until then no drive range is granted, nor is the drive ready with an erased safety ECU. */
    static Finding heldStill(Facts facts) {
        boolean changed = Uds.erase().first(facts).isPresent();
        if (!changed && UPDATE_MODE.where(Signals::isOn).first(facts).isEmpty()) {
            return Finding.notRun("the vehicle was not changed");
        }
        return erasedOutside(facts)
                .or(() -> grantedWhileHeld(facts))
                .or(() -> readyWhileErased(facts))
                .or(() -> stillHeld(facts))
                .orElseGet(() -> Finding.pass("held still while it was being changed, free afterwards"));
    }

    private static Optional<Finding> stillHeld(Facts facts) {
        Optional<Entry> held = Stream.of(UPDATE_MODE, INHIBIT)
                .flatMap(it -> it.last(facts).stream())
                .filter(Signals::isOn)
                .findFirst();
        if (held.filter(it -> INHIBIT.shownBy(it) && warnedAfter(facts, it)).isPresent()) {
            return Optional.empty();
        }
        Optional<Entry> end = Attempt.outcome().last(facts).filter(it -> facts.now() > it.at() + RELEASED);
        return held.map(it -> end.filter(outcome -> outcome.index() > it.index())
                .map(outcome -> Finding.fail(
                        "the vehicle is still held %s after the outcome".formatted(Words.span(RELEASED)), it, outcome))
                .orElseGet(() -> Finding.open("the end of update mode", it)));
    }

    /** The last outcome tells that software is incomplete: the drive stays inhibited until it is put right. */
    private static boolean warnedAfter(Facts facts, Entry held) {
        return Attempt.warnedNotToDrive(facts)
                && Attempt.outcome().firstAfter(facts, held.index()).isPresent();
    }

    private static Optional<Finding> erasedOutside(Facts facts) {
        return Uds.erase().all(facts).stream()
                .filter(it -> !on(facts, UPDATE_MODE, it))
                .findFirst()
                .map(it -> Finding.fail("%s was erased outside of update mode".formatted(it.text("ecu")), it));
    }

    private static Optional<Finding> grantedWhileHeld(Facts facts) {
        return GRANTED.all(facts).stream()
                .filter(it -> on(facts, UPDATE_MODE, it) || on(facts, INHIBIT, it))
                .findFirst()
                .map(it -> Finding.fail(
                        "gear %s granted while the vehicle was being changed".formatted(it.text("value")), it));
    }

    private static boolean on(Facts facts, Sign signal, Entry at) {
        return signal.lastBefore(facts, at.index()).filter(Signals::isOn).isPresent();
    }

    private static Optional<Finding> readyWhileErased(Facts facts) {
        return Uds.response("7101FF00").where(it -> Vehicle.SAFETY.contains(it.text("ecu"))).all(facts).stream()
                .flatMap(erased -> readyBeforeBoot(facts, erased).stream())
                .findFirst();
    }

    /** Whether the drive control lost its supply after it had said so, and has not been back for long enough to say so again. */
    private static boolean silenced(Facts facts, Entry ready, Entry erased) {
        return CUT.lastBefore(facts, erased.index())
                .filter(cut -> cut.index() > ready.index())
                .filter(cut -> BACK.between(facts, cut.index(), erased.index()).stream()
                        .noneMatch(boot -> erased.at() - boot.at() > SPOKEN))
                .isPresent();
    }

    private static Optional<Finding> readyBeforeBoot(Facts facts, Entry erased) {
        int whole = Vehicle.boot(erased.text("ecu"))
                .where(Vehicle::runs)
                .firstAfter(facts, erased.index())
                .map(Entry::index)
                .orElse(Facts.END);
        Optional<Entry> before = READY.lastBefore(facts, erased.index())
                .filter(Signals::isOn)
                .filter(it -> !silenced(facts, it, erased));
        return before.or(() -> READY.where(Signals::isOn)
                        .firstAfter(facts, erased.index())
                        .filter(it -> it.index() < whole))
                .map(ready -> Finding.fail(
                        "ready to drive while %s was erased".formatted(erased.text("ecu")), erased, ready));
    }
}

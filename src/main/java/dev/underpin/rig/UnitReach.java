package dev.underpin.rig;

import dev.underpin.fault.EcuFault;
import dev.underpin.fault.Fault;
import dev.underpin.fault.FlashFault;
import dev.underpin.fault.SupplyFault;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whose works, flash and supply a rig's faults reach: those of simulated control units, and the supply that an instrument feeds. Immutable. */
final class UnitReach {
    private static final String TELEMATICS = "TCU";

    private final Set<String> real;
    private final boolean instrument;

    UnitReach(RigFile rig) {
        real = new TreeSet<>(rig.realEcus());
        instrument = rig.supply() != null;
    }

    /** Whether no such fault is out of reach. */
    boolean everything() {
        return real.isEmpty();
    }

    Optional<String> lacks(Fault fault) {
        return switch (fault) {
            case SupplyFault supply -> lacksSupply(supply);
            case FlashFault flash -> lacksInside(unit(flash));
            case EcuFault ecu -> lacksInside(unit(ecu));
            default -> Optional.empty();
        };
    }

    private Optional<String> lacksSupply(SupplyFault fault) {
        return switch (fault) {
            case SupplyFault.SupplyCut it -> instrument ? Optional.empty() : lacksInside(it.ecu());
            case SupplyFault.SupplyDip it -> instrument ? Optional.empty() : lacksInside(it.ecu());
            case SupplyFault.Blackout it -> lacksInstrument();
            case SupplyFault.BrownOut it -> lacksInstrument();
            case SupplyFault.Cranking it -> lacksInstrument();
        };
    }

    private Optional<String> lacksInside(String unit) {
        return real.contains(unit)
                ? Optional.of("nothing reaches into a real control unit (%s)".formatted(unit))
                : Optional.empty();
    }

    private Optional<String> lacksInstrument() {
        return real.isEmpty() || instrument
                ? Optional.empty()
                : Optional.of("needs an instrument in the supply of %s: supply".formatted(String.join(", ", real)));
    }

    private static String unit(FlashFault fault) {
        return switch (fault) {
            case FlashFault.FlashWorn it -> it.ecu();
            case FlashFault.FlashCut it -> it.ecu();
            case FlashFault.FlashRot it -> it.ecu();
            case FlashFault.FlashBadSector it -> it.ecu();
            case FlashFault.FlashSlow it -> it.ecu();
        };
    }

    private static String unit(EcuFault fault) {
        return switch (fault) {
            case EcuFault.EcuReset it -> it.ecu();
            case EcuFault.EcuSlowBoot it -> it.ecu();
            case EcuFault.NewSoftwareLoops it -> it.ecu();
            case EcuFault.NewSoftwareHangs it -> it.ecu();
            case EcuFault.ClockWrong it -> TELEMATICS;
            case EcuFault.ClockDrift it -> TELEMATICS;
            case EcuFault.ImageAltered it -> TELEMATICS;
            case EcuFault.JournalNewer it -> TELEMATICS;
            case EcuFault.KeysLocked it -> TELEMATICS;
            case EcuFault.LogFlood it -> TELEMATICS;
            case EcuFault.StorageFull it -> TELEMATICS;
        };
    }
}

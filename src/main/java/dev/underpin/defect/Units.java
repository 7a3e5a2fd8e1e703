package dev.underpin.defect;

import dev.underpin.uds.server.EcuDiagnostics;
import dev.underpin.uds.server.FaultMemoryView;
import dev.underpin.uds.server.Routine;
import dev.underpin.uds.server.SecurityAlgorithm;
import dev.underpin.uds.server.ServerTiming;
import dev.underpin.uds.server.Transfer;
import dev.underpin.vehicle.Fitting;
import dev.underpin.vehicle.ecu.EcuSeams;
import dev.underpin.vehicle.ecu.boot.BootRule;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Vehicles in which one control unit has a part of its own exchanged. */
final class Units {
    private Units() {}

    /** With other times and limits of its diagnostic server. */
    static Fitting timing(String ecu, UnaryOperator<ServerTiming> timing) {
        return of(ecu, new EcuSeams(UnaryOperator.identity(), timing, UnaryOperator.identity()));
    }

    /** With a boot loader that believes other images. */
    static Fitting boot(String ecu, UnaryOperator<BootRule> rule) {
        return of(ecu, new EcuSeams(UnaryOperator.identity(), UnaryOperator.identity(), rule));
    }

    /** With something else behind its diagnostic server. */
    static Fitting diagnostics(String ecu, UnaryOperator<EcuDiagnostics> diagnostics) {
        return of(ecu, new EcuSeams(diagnostics, UnaryOperator.identity(), UnaryOperator.identity()));
    }

    /** With other seeds and keys. */
    static Fitting keys(String ecu, UnaryOperator<SecurityAlgorithm> keys) {
        return diagnostics(ecu, real -> new EcuFront(real) {
            private final SecurityAlgorithm changed = keys.apply(real.security());

            @Override
            public SecurityAlgorithm security() {
                return changed;
            }
        });
    }

    /** With another fault memory. */
    static Fitting faults(String ecu, UnaryOperator<FaultMemoryView> faults) {
        return diagnostics(ecu, real -> new EcuFront(real) {
            @Override
            public FaultMemoryView faults() {
                return faults.apply(super.faults());
            }
        });
    }

    /** With another download. */
    static Fitting transfer(String ecu, UnaryOperator<Transfer> transfer) {
        return diagnostics(ecu, real -> new EcuFront(real) {
            @Override
            public Transfer transfer() {
                return transfer.apply(super.transfer());
            }
        });
    }

    /** With another routine. */
    static Fitting routine(String ecu, int rid, UnaryOperator<Routine> routine) {
        return diagnostics(ecu, real -> new EcuFront(real) {
            @Override
            public @Nullable Routine routine(int id) {
                Routine own = super.routine(id);
                return own != null && id == rid ? routine.apply(own) : own;
            }
        });
    }

    private static Fitting of(String ecu, EcuSeams seams) {
        return new Fitting() {
            @Override
            public EcuSeams ecu(String unit) {
                return unit.equals(ecu) ? seams : EcuSeams.STANDARD;
            }
        };
    }
}

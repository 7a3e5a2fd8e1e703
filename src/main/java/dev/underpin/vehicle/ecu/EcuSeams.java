package dev.underpin.vehicle.ecu;

import dev.underpin.uds.server.EcuDiagnostics;
import dev.underpin.uds.server.ServerTiming;
import dev.underpin.vehicle.ecu.boot.BootRule;
import java.util.function.UnaryOperator;

/**
 * The places in a control unit where a part can be decorated or replaced; each operator receives the standard one.
 *
 * @param diagnostics what the control unit is to its diagnostic server
 * @param timing times and limits of its diagnostic server
 * @param boot which images its boot loader believes
 */
public record EcuSeams(
        UnaryOperator<EcuDiagnostics> diagnostics, UnaryOperator<ServerTiming> timing, UnaryOperator<BootRule> boot) {
    /** Nothing replaced. */
    public static final EcuSeams STANDARD =
            new EcuSeams(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());
}

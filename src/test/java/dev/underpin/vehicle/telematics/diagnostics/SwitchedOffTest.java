package dev.underpin.vehicle.telematics.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session of support in a vehicle that is switched off meanwhile. */
class SwitchedOffTest {
    private static final String SWITCHED_OFF = "Nothing is shared while the vehicle is switched off";
    private static final String SHARED = "Diagnostic data is shared";

    private final SupportBench bench = new SupportBench();

    @Test
    void nothing_is_shared_meanwhile_and_the_sign_says_why() {
        ignition(false);
        assertThat(sign()).contains(SWITCHED_OFF);

        int told = bench.cloud.bodies("/health").size();
        bench.pass(10 * Nanos.SECOND);
        assertThat(bench.cloud.bodies("/health")).hasSize(told);

        ignition(true);
        assertThat(sign()).contains(SHARED);
        assertThat(bench.cloud.bodies("/health")).hasSizeGreaterThan(told);
    }

    @Test
    void who_is_switched_off_and_has_no_connection_hears_of_the_connection_afterwards() {
        ignition(false);
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().up(false);
        bench.pass(10 * Nanos.SECOND);
        assertThat(sign()).contains(SWITCHED_OFF);

        ignition(true);

        assertThat(sign()).contains("The connection is interrupted, trying again");
    }

    private void ignition(boolean on) {
        if (!bench.agent.inSession()) {
            bench.connected();
        }
        bench.vehicle.ignition = on;
        bench.pass(5 * Nanos.SECOND);
    }

    private List<String> sign() {
        return bench.awaitView("diag.session").lines();
    }
}

package dev.underpin.vehicle.telematics.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import org.junit.jupiter.api.Test;

class UpdateModeTest {
    private final UpdateBench bench = new UpdateBench();

    @Test
    void nothing_is_erased_before_the_gateway_has_taken_the_vehicle_into_update_mode() {
        bench.prepared();
        bench.vehicle.gateway = false;
        bench.press("Confirm");
        bench.pass(5 * Nanos.SECOND);
        assertThat(bench.erases()).isZero();

        bench.vehicle.gateway = true;
        while (bench.erases() == 0) {
            bench.scheduler.step();
            assertThat(bench.erases() == 0 || bench.vehicle.inUpdateMode()).isTrue();
        }
        bench.awaitView("update.done");
        assertThat(bench.versions()).containsOnly("2026.47");
    }

    @Test
    void a_gateway_that_does_not_come_back_ends_the_installation_with_the_old_software() {
        bench.prepared();
        bench.vehicle.gateway = false;
        bench.press("Confirm");

        bench.awaitError(Reason.INSTALLATION_FAILED);
        assertThat(bench.erases()).isZero();
        assertThat(bench.versions()).containsOnly("2026.40");
    }

    @Test
    void a_gateway_that_was_away_at_the_end_is_told_when_it_is_back() {
        bench.prepared();
        bench.press("Confirm");
        bench.awaitView("update.restart");
        bench.vehicle.gateway = false;
        bench.awaitView("update.done");
        assertThat(bench.vehicle.inUpdateMode()).isTrue();

        bench.vehicle.gateway = true;
        bench.pass(Nanos.SECOND);
        assertThat(bench.vehicle.inUpdateMode()).isFalse();
    }
}

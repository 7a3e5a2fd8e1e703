package dev.underpin.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PacedAwaitTest {
    private static final double FAST = 100;

    private final VirtualScheduler vehicle = new VirtualScheduler();
    private final PacedRun run = new PacedRun(vehicle, FAST, seconds -> {});
    private final PacedAwait await = new PacedAwait(vehicle, run);
    private final List<String> seen = new ArrayList<>();

    @Test
    void what_is_awaited_ends_the_waiting_as_soon_as_it_is_there() {
        vehicle.after(2 * Nanos.SECOND, () -> seen.add("it"));
        vehicle.after(3 * Nanos.SECOND, () -> seen.add("more"));

        String found = await.until("it", Nanos.MINUTE, () -> seen.stream().findFirst(), () -> "nothing");

        assertThat(found).isEqualTo("it");
        assertThat(seen).containsExactly("it");
    }

    @Test
    void a_limit_is_vehicle_time_and_says_what_was_there_instead() {
        assertThatThrownBy(() -> await.until("it", Nanos.SECOND, Optional::empty, () -> "silence"))
                .isInstanceOf(Await.AwaitTimeout.class)
                .hasMessage("waited 1.000 s of vehicle time for it; last seen: silence");
        assertThat(vehicle.now()).isGreaterThanOrEqualTo(Nanos.SECOND);
    }

    @Test
    void time_that_passes_lets_alarms_go_off_and_their_lateness_is_known() {
        vehicle.after(Nanos.SECOND, () -> seen.add("alarm"));

        await.pass(2 * Nanos.SECOND);

        assertThat(seen).containsExactly("alarm");
        assertThat(run.lateness().size()).isEqualTo(1);
    }

    @Test
    void what_an_alarm_throws_ends_the_waiting() {
        vehicle.after(Nanos.SECOND, () -> {
            throw new IllegalStateException("broken");
        });

        assertThatThrownBy(() -> await.until("it", Nanos.MINUTE, Optional::empty, () -> ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }
}

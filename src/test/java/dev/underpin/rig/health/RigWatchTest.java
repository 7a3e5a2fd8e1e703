package dev.underpin.rig.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.fault.UdsFault;
import dev.underpin.rig.RigError;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchProvider;
import dev.underpin.rig.port.Health;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Nanos;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class RigWatchTest {
    private static final Path FILE = Path.of("rigs/virtual.yaml");
    private static final VirtualRig RIG = new VirtualRig(RigFile.read(FILE), FILE, 1, Path.of("target/images"));

    private String trouble = "";

    @Test
    void a_rig_that_is_not_fit_refuses_every_scenario_with_the_first_reason() {
        trouble = "interface can0 is down";
        RigWatch watch = new RigWatch(true);
        BenchProvider benches = watch.over(troubled());

        assertThat(watch.check(troubled()).sound()).isFalse();
        trouble = "something else";

        assertThatThrownBy(() -> benches.bench("one"))
                .isInstanceOf(RigError.class)
                .hasMessage("the rig is broken: bus drive: expected up, found interface can0 is down");
        assertThat(watch.broken()).contains("can0");
    }

    @Test
    void a_bench_that_breaks_in_a_scenario_ends_it_as_a_rig_error_and_stays_broken() {
        BenchProvider benches = new RigWatch(true).over(troubled());
        Bench bench = benches.bench("one");
        trouble = "interface can0 is down";

        assertThatThrownBy(bench::close).isInstanceOf(RigError.class).hasMessageContaining("can0 is down");
        trouble = "";
        assertThatThrownBy(() -> benches.bench("two"))
                .isInstanceOf(RigError.class)
                .hasMessageContaining("can0");
    }

    @Test
    void a_bench_that_cannot_be_made_ready_breaks_the_rig() {
        BenchProvider benches = new RigWatch(false).over(scenario -> {
            throw new RigError("no interface can0 (" + scenario + ")");
        });

        assertThatThrownBy(() -> benches.bench("one")).hasMessage("no interface can0 (one)");
        assertThatThrownBy(() -> benches.bench("two")).hasMessage("the rig is broken: no interface can0 (one)");
    }

    @Test
    void a_bench_that_cannot_be_made_ready_for_the_check_is_told_like_what_a_check_finds() {
        RigWatch watch = new RigWatch(true);

        HealthReport report = watch.check(scenario -> {
            throw new RigError("interface can0: ip link set can0 up");
        });

        assertThat(report.trouble())
                .isEqualTo("rig: expected a bench made ready, found interface can0: ip link set can0 up");
        assertThat(watch.broken()).isEqualTo(report.trouble());
    }

    @Test
    void benches_that_share_nothing_are_not_looked_at_when_they_are_left() {
        RigWatch watch = new RigWatch(false);
        Bench bench = watch.over(troubled()).bench("one");
        trouble = "gone anyway";

        bench.close();

        assertThat(watch.broken()).isEmpty();
    }

    @Test
    void when_the_run_is_to_end_a_scenario_ends_at_its_next_wait_and_none_begins() {
        RigWatch watch = new RigWatch(false);
        BenchProvider benches = watch.over(RIG);
        try (Bench bench = benches.bench("one")) {
            bench.await().pass(Nanos.SECOND);
            watch.end();

            assertThatThrownBy(() -> bench.await().pass(1)).isInstanceOf(TestAbortedException.class);
            assertThatThrownBy(() -> bench.await().untilTrue("a thing", Nanos.SECOND, () -> false, () -> ""))
                    .isInstanceOf(TestAbortedException.class);
            assertThatThrownBy(() -> benches.bench("two")).isInstanceOf(TestAbortedException.class);
        }
    }

    @Test
    void a_fault_that_a_scenario_left_is_taken_away_before_its_bench_is_left_safe() {
        RigWatch watch = new RigWatch(true);
        FixedHealth health = new FixedHealth(
                List.of(), List.of(new Health.Unit("BRK", true, Map.of())), new Health.Supply(13.5, 9, 16));
        Bench bench = watch.over(scenario -> new BenchWith(RIG.bench(scenario), health))
                .bench("left late");
        bench.driver().ignition(true);
        bench.await().pass(5 * Nanos.SECOND);
        bench.faults().inject(new UdsFault.LateAnswers("BRK", 3000));
        bench.workshop().ask("BRK", "1003");

        bench.close();

        assertThat(watch.broken()).isEmpty();
    }

    private BenchProvider troubled() {
        return scenario -> new BenchWith(RIG.bench(scenario), new Health() {
            @Override
            public List<Bus> buses() {
                return List.of(new Bus("drive", trouble, List.of(), 0, 0, 0));
            }

            @Override
            public List<Unit> units() {
                return List.of();
            }

            @Override
            public Optional<Supply> supply() {
                return Optional.empty();
            }
        });
    }
}

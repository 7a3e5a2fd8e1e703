package dev.underpin.rig.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.underpin.fault.SupplyFault;
import dev.underpin.history.Kind;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigError;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.health.HealthCheck;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Nanos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world whose supply and ignition go through emulated instruments. */
class InstrumentedBenchTest {
    private static final String EMULATED = """
            supply: {instrument: scpi, connection: {serial: emulated}, volts: 13.5, ampere-limit: 20}
            relays:
              kl15: {board: numato, connection: {serial: emulated}, channel: 1}
              VCU: {board: numato, connection: {serial: emulated}, channel: 2}
            """;

    @TempDir
    Path folder;

    private VirtualRig rig(String instruments) throws IOException {
        for (String beside : List.of("ecus.yaml", "ev.dbc", "releases.yaml")) {
            Files.copy(Path.of("rigs", beside), folder.resolve(beside));
        }
        String text = Files.readString(Path.of("rigs", "bench-slcan.yaml"));
        Path file = Files.writeString(folder.resolve("bench.yaml"), text + "\n" + instruments);
        RigFile described = RigFile.read(file);
        return new VirtualRig(described, file, 1, Path.of("target", "images")).on(new BenchMedia());
    }

    @Test
    void a_brown_out_by_the_supply_and_a_cut_by_a_relay_reach_the_control_units() throws IOException {
        try (Bench bench = rig(EMULATED).bench("a world")) {
            bench.driver().ignition(true);
            bench.await().pass(Nanos.SECOND);
            bench.faults().inject(new SupplyFault.BrownOut(7));
            bench.await().pass(Nanos.SECOND);
            bench.faults().heal(new SupplyFault.BrownOut(7));
            bench.await().pass(Nanos.SECOND);
            bench.faults().inject(new SupplyFault.SupplyCut("VCU"));
            bench.await().pass(Nanos.SECOND);

            assertThat(bench.history().of(Kind.SUPPLY)).anySatisfy(supply -> {
                assertThat(supply.text("ecu")).isEqualTo("BMS");
                assertThat(supply.text("volts")).startsWith("7");
            });
            assertThat(bench.history().of(Kind.SUPPLY)).last().satisfies(supply -> {
                assertThat(supply.text("ecu")).isEqualTo("VCU");
                assertThat(supply.is("powered", "false")).isTrue();
            });
        }
    }

    @Test
    void the_health_of_the_bench_tells_what_the_supply_measures() throws IOException {
        try (Bench bench = rig(EMULATED).bench("a world")) {
            assertThat(bench.health().supply())
                    .hasValueSatisfying(supply -> assertThat(supply.volts()).isCloseTo(13.5, within(0.2)));
            bench.faults().inject(new SupplyFault.BrownOut(7));
            bench.await().pass(Nanos.SECOND);

            assertThat(bench.health().supply())
                    .hasValueSatisfying(supply -> assertThat(supply.volts()).isCloseTo(7, within(0.2)));
        }
    }

    @Test
    void faults_that_a_scenario_left_behind_are_taken_away_before_the_next() throws IOException {
        try (Bench bench = rig(EMULATED).bench("a world")) {
            bench.driver().ignition(true);
            bench.faults().inject(new SupplyFault.BrownOut(7));
            bench.faults().inject(new SupplyFault.SupplyCut("VCU"));
            bench.await().pass(Nanos.SECOND);

            assertThat(HealthCheck.after(bench).trouble()).isEmpty();

            bench.await().pass(Nanos.SECOND);
            assertThat(bench.history().of(Kind.SUPPLY).stream().filter(supply -> supply.is("ecu", "VCU")))
                    .last()
                    .satisfies(supply -> {
                        assertThat(supply.is("powered", "true")).isTrue();
                    });
        }
    }

    @Test
    void real_instruments_and_people_need_the_clock_on_the_wall() {
        assertThatThrownBy(() -> rig(EMULATED.replaceFirst("emulated", "/dev/ttyUSB7")))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("field supply.connection: expected {serial: emulated}, or tier bench with time"
                        + " {pace: wall}, by which real instruments live, found '/dev/ttyUSB7'");
    }

    @Test
    void people_need_the_clock_on_the_wall_too() {
        assertThatThrownBy(() -> rig("operator: {ask: terminal, within: 60 s}"))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("field operator");
    }

    @Test
    void an_instrument_that_is_not_there_is_the_rigs_failure() throws IOException {
        String wall = Files.readString(Path.of("rigs", "bench-slcan.yaml"))
                .replace("pace: stepped", "pace: wall")
                .replace("tester-port: emulated, ", "");
        for (String beside : List.of("ecus.yaml", "ev.dbc", "releases.yaml")) {
            Files.copy(Path.of("rigs", beside), folder.resolve(beside));
        }
        Path file = Files.writeString(
                folder.resolve("wall.yaml"), wall + "\n" + EMULATED.replaceFirst("emulated", "/dev/ttyUSB7"));
        RigFile described = RigFile.read(file);
        VirtualRig rig = new VirtualRig(described, file, 1, Path.of("target", "images")).on(new BenchMedia());

        assertThatThrownBy(() -> rig.bench("a world"))
                .isInstanceOf(RigError.class)
                .hasMessageContaining("port /dev/ttyUSB7: opening: expected a serial port, found none");
    }
}

package dev.underpin.rig.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.cloud.Seams;
import dev.underpin.fault.SupplyFault;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.Health;
import dev.underpin.rig.virtual.VirtualRig;
import dev.underpin.time.Nanos;
import dev.underpin.uds.ServerLink;
import dev.underpin.vehicle.Fitting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthCheckTest {
    private static final Path FILE = Path.of("rigs/virtual.yaml");
    private static final VirtualRig RIG = rig(FILE);

    @TempDir
    Path folder;

    @Test
    void the_sound_vehicle_is_fit_and_every_unit_on_a_bus_was_asked() {
        try (Bench bench = RIG.bench("health")) {
            HealthReport report = HealthCheck.before(bench);

            assertThat(report.trouble()).isEmpty();
            assertThat(report.findings())
                    .extracting(HealthFinding::subject)
                    .contains(
                            "bus drive",
                            "BMS software (22 F189)",
                            "ADAS part number (22 F187)",
                            "INV session (22 F186)",
                            "cloud",
                            "supply",
                            "bus chassis, error frames");
        }
    }

    @Test
    void a_unit_with_the_wrong_firmware_is_named_with_what_was_expected_and_found() {
        VirtualRig wrong = RIG.with(saying("BMS", "62F189", "2026.40"), Seams.standard());
        try (Bench bench = wrong.bench("health")) {
            assertThat(HealthCheck.before(bench).trouble())
                    .isEqualTo("BMS software (22 F189): expected 2026.44, found 2026.40");
        }
    }

    @Test
    void the_rig_file_may_expect_another_firmware_serial_number_and_supply() throws IOException {
        for (String name : List.of("ecus.yaml", "ev.dbc", "releases.yaml")) {
            Files.copy(Path.of("rigs", name), folder.resolve(name));
        }
        Path file = Files.writeString(folder.resolve("special.yaml"), Files.readString(FILE) + """
                health:
                  identity:
                    BMS: {software: "2026.50", serial: SN-BMS-1}
                  supply: {low: 15, high: 15.5}
                """);

        try (Bench bench = rig(file).bench("health")) {
            assertThat(HealthCheck.before(bench).trouble())
                    .contains(
                            "BMS software (22 F189): expected 2026.50, found 2026.44",
                            "BMS serial number (22 F18C): expected SN-BMS-1, found SN-BMS-",
                            "supply: expected 15.0 to 15.5 V, found ");
        }
    }

    @Test
    void a_unit_that_is_silent_is_named() {
        try (Bench bench = RIG.bench("health")) {
            bench.faults().inject(new SupplyFault.SupplyCut("BRK"));

            assertThat(HealthCheck.before(bench).trouble()).isEqualTo("BRK: expected an answer, found none");
        }
    }

    @Test
    void a_unit_that_was_left_in_another_session_is_brought_to_its_default_session() {
        try (Bench bench = RIG.bench("health")) {
            bench.driver().ignition(true);
            bench.await().pass(3 * Nanos.SECOND);
            assertThat(bench.workshop().ask("BMS", "1003")).startsWith("5003");

            assertThat(HealthCheck.before(bench).trouble()).isEmpty();
            assertThat(bench.workshop().ask("BMS", "22F186")).isEqualTo("62F18601");
        }
    }

    @Test
    void a_unit_whose_programming_was_left_open_is_brought_out_of_its_boot_loader() {
        try (Bench bench = RIG.bench("health")) {
            bench.driver().ignition(true);
            bench.await().pass(3 * Nanos.SECOND);
            bench.workshop().ask("BMS", "1003");
            assertThat(bench.workshop().ask("BMS", "1002")).startsWith("5002");
            assertThat(bench.workshop().ask("BMS", "22F186")).isEqualTo("62F18602");

            assertThat(HealthCheck.before(bench).trouble()).isEmpty();
            assertThat(bench.workshop().ask("BMS", "22F186")).isEqualTo("62F18601");
        }
    }

    @Test
    void a_unit_that_stays_in_its_programming_session_is_reset_and_named_when_that_does_not_help() {
        VirtualRig stuck = RIG.with(answering("BMS", "62F186", "62F18602"), Seams.standard());
        try (Bench bench = stuck.bench("health")) {
            assertThat(HealthCheck.before(bench).trouble()).isEqualTo("BMS session (22 F186): expected 01, found 02");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interface can0 is down: ip link set can0 up |     | 0 | 0 | 12  | bus drive: expected up, found interface can0 is down: ip link set can0 up
            ''                                          | BMS | 0 | 0 | 12  | bus drive, nodes off it: expected none, found BMS
            ''                                          |     | 0 | 3 | 12  | bus drive, frames lost: expected 0, found 3
            ''                                          |     | 0 | 0 | 5.5 | supply: expected 9.0 to 16.0 V, found 5.5 V
            ''                                          |     | 0 | 0 | NaN | supply: expected 9.0 to 16.0 V, found no answer of the instrument
            """)
    void what_the_bench_says_of_itself_counts(
            String trouble, String off, long errors, long lost, double volts, String told) {
        List<String> nodes = off == null ? List.of() : List.of(off);
        Health health = new FixedHealth(
                List.of(new Health.Bus("drive", trouble, nodes, errors, lost, 0)),
                List.of(),
                new Health.Supply(volts, 9, 16));
        try (Bench bench = new BenchWith(RIG.bench("health"), health)) {
            assertThat(HealthCheck.before(bench).trouble()).isEqualTo(told);
        }
    }

    @Test
    void errors_on_a_bus_count_once_every_unit_is_awake() {
        long[] looks = {0};
        Health noisy = new Health() {
            @Override
            public List<Bus> buses() {
                return List.of(new Bus("drive", "", List.of(), looks[0]++, 0, 0));
            }

            @Override
            public List<Unit> units() {
                return List.of();
            }

            @Override
            public Optional<Supply> supply() {
                return Optional.empty();
            }
        };
        try (Bench bench = new BenchWith(RIG.bench("health"), noisy)) {
            assertThat(HealthCheck.before(bench).trouble()).isEqualTo("bus drive, error frames: expected 0, found 1");
        }
    }

    @Test
    void error_frames_of_a_scenario_with_faults_do_not_break_the_bench_but_lost_frames_do() {
        Health errors = bus(new Health.Bus("drive", "", List.of(), 7, 0, 0));
        Health lost = bus(new Health.Bus("drive", "", List.of(), 0, 1, 0));
        try (Bench bench = RIG.bench("health")) {
            assertThat(HealthCheck.after(new BenchWith(bench, errors)).sound()).isTrue();
            assertThat(HealthCheck.after(new BenchWith(bench, lost)).sound()).isFalse();
        }
    }

    @Test
    void a_medium_that_is_known_to_lose_frames_may_lose_so_many() {
        Health some = bus(new Health.Bus("drive", "", List.of(), 0, 5, 5));
        Health many = bus(new Health.Bus("drive", "", List.of(), 0, 6, 5));
        try (Bench bench = RIG.bench("health")) {
            assertThat(HealthCheck.after(new BenchWith(bench, some)).trouble()).isEmpty();
            assertThat(HealthCheck.after(new BenchWith(bench, many)).trouble())
                    .isEqualTo("bus drive, frames lost: expected at most 5, found 6");
        }
    }

    @Test
    void a_real_unit_is_left_in_its_default_session_after_a_scenario() {
        Health health = new FixedHealth(
                List.of(), List.of(new Health.Unit("BMS", true, Map.of())), new Health.Supply(12, 9, 16));
        try (Bench bench = RIG.bench("health")) {
            bench.driver().ignition(true);
            bench.await().pass(3 * Nanos.SECOND);
            bench.workshop().ask("BMS", "1003");

            assertThat(HealthCheck.after(new BenchWith(bench, health)).trouble())
                    .isEmpty();
            assertThat(bench.workshop().ask("BMS", "22F186")).isEqualTo("62F18601");
        }
    }

    private static Health bus(Health.Bus bus) {
        return new FixedHealth(List.of(bus), List.of(), new Health.Supply(12, 9, 16));
    }

    private static VirtualRig rig(Path file) {
        return new VirtualRig(RigFile.read(file), file, 1, Path.of("target/images"));
    }

    private static Fitting saying(String ecu, String begin, String text) {
        String padded = "%-16s".formatted(text);
        return answering(
                ecu,
                begin,
                begin
                        + HexFormat.of()
                                .withUpperCase()
                                .formatHex(padded.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    /** A vehicle in which a unit answers otherwise when its answer begins so. */
    private static Fitting answering(String ecu, String begin, String instead) {
        HexFormat hex = HexFormat.of().withUpperCase();
        return new Fitting() {
            @Override
            public ServerLink server(String unit, ServerLink link) {
                return !unit.equals(ecu)
                        ? link
                        : new ServerLink() {
                            @Override
                            public void send(byte[] response, Runnable done) {
                                boolean changed = hex.formatHex(response).startsWith(begin);
                                link.send(changed ? hex.parseHex(instead) : response, done);
                            }

                            @Override
                            public void listen(Listener listener) {
                                link.listen(listener);
                            }
                        };
            }
        };
    }
}

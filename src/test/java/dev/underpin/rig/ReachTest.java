package dev.underpin.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which faults reach the control units of a bench on which one is real. */
class ReachTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} real: {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            BMS | flash-bad-sector   | BMS 0     | nothing reaches into a real control unit (BMS)
            BMS | flash-bad-sector   | INV 0     |
            BMS | flash-cut          | BMS 3 100 | nothing reaches into a real control unit (BMS)
            BMS | flash-cut          | VCU 3 100 |
            BMS | ecu-reset          | BMS       | nothing reaches into a real control unit (BMS)
            BMS | ecu-reset          | GW        |
            BMS | new-software-hangs | BMS       | nothing reaches into a real control unit (BMS)
            BMS | clock-wrong        | 60        |
            TCU | clock-wrong        | 60        | nothing reaches into a real control unit (TCU)
            TCU | keys-locked        | ''        | nothing reaches into a real control unit (TCU)
            TCU | image-altered      | BMS bit   | nothing reaches into a real control unit (TCU)
            BMS | image-altered      | BMS bit   |
            BMS | supply-cut         | BMS       | nothing reaches into a real control unit (BMS)
            BMS | supply-cut         | INV       |
            BMS | blackout           | ''        | needs an instrument in the supply of BMS: supply
            BMS | cranking           | 5.5       | needs an instrument in the supply of BMS: supply
            BMS | wire-open          | BMS       | needs a man in the middle between BMS and the bus: buses.drive.middle
            BMS | wire-open          | INV       |
            """)
    void a_fault_is_out_of_reach_where_its_target_is_real(String real, String kind, String target, String why)
            throws IOException {
        String slcan = Files.readString(Path.of("rigs/bench-slcan.yaml"));
        Path file = Files.writeString(
                folder.resolve("mixed.yaml"),
                slcan.replace(real + ": simulated", real + ": real")
                        .replace("{pace: stepped}", "{pace: wall}")
                        .replaceAll(", tester-port: [a-z]+", "")
                        .replaceAll(
                                "(ecu-table|signals|releases): ",
                                "$1: " + Path.of("rigs").toAbsolutePath() + "/"));
        Reach reach = Reach.of(RigFile.read(file));

        assertThat(reach.lacks(FaultKind.named(kind).orElseThrow().fault(target), unit -> "drive"))
                .isEqualTo(Optional.ofNullable(why));
        assertThat(reach.everyTarget()).isFalse();
    }
}

package dev.underpin.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RigFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            tier: virtual                | tier: bnch                    | 5: field tier: expected one of ["virtual","bench"], found "bnch"
            tier: virtual                | tier: bench                   | field time: expected {pace: stepped} or {pace: wall}, found nothing
            chassis: {medium: virtual    | chassis: {medium: socketcan, interface: can0 | field tier: expected bench, as the rig has real media or a pace, found 'virtual'
            chassis: {medium: virtual    | chassis: {medium: socketcan   | field buses.chassis.interface: expected the name of a CAN interface, such as vcan0, found none
            chassis: {medium: virtual    | chassis: {medium: virtual, interface: can0 | field buses.chassis.interface: expected none on a bus that is simulated, found 'can0'
            chassis: {medium: virtual    | chassis: {medium: slcan       | field buses.chassis.port: expected the adapter's serial port, such as /dev/ttyACM0, or emulated, found none
            chassis: {medium: virtual    | chassis: {medium: virtual, port: /dev/ttyACM0 | field buses.chassis.port: expected none but on a bus of medium slcan, found '/dev/ttyACM0'
            transport: direct            | transprt: direct              | field cloud.transport: expected the field to be there, found nothing
            medium: virtual, bit-rate: 500000} | medium: virtual, bit-rate: fast} | field buses.chassis.bit-rate: expected a value of type integer, found "fast"
              GW: simulated              |   GX: simulated               | field ecus.GW: expected the field to be there, found nothing
            signals: ev.dbc              | signals: none.dbc             | field vehicle.signals: expected the name of a file beside the rig file, found 'none.dbc'
            """)
    void a_wrong_field_is_named_with_file_line_expected_and_found(String right, String wrong, String told)
            throws IOException {
        Path file = damaged(right.strip(), wrong.strip());

        assertThatThrownBy(() -> RigFile.read(file))
                .isInstanceOf(UserMistake.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(told);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {interface: can2, units: [OBC]} | field buses.drive.middle.units: expected control units that are real, each once, found 'OBC', which is simulated
            {interface: can2, units: [XYZ]} | field buses.drive.middle.units: expected control units that are real, each once, found 'XYZ', which is none of the rig's
            {interface: can2, units: [BMS, BMS]} | field buses.drive.middle.units: expected control units that are real, each once, found 'BMS' twice
            {interface: can1, units: [BMS]} | field buses.drive.middle.interface: expected another than those of the buses and of other men: the wire to its units is cut off from them, found 'can1'
            {port: /dev/ttyACM0, units: [BMS]} | field buses.drive.middle: expected interface, the CAN interface towards its units, such as can1, and no port, found port '/dev/ttyACM0'
            {units: [BMS]} | field buses.drive.middle: expected interface, the CAN interface towards its units, such as can1, and no port, found neither
            {interface: can2} | field buses.drive.middle.units: expected the field to be there, found nothing
            {interface: can2, units: []} | field buses.drive.middle.units: expected
            """)
    void a_man_in_the_middle_that_cannot_be_is_told(String middle, String told) throws IOException {
        String right = Files.readString(Path.of("rigs/bench-socketcan.yaml")).replace("BMS: simulated", "BMS: real");
        Path file = written(right.replace("drive: {medium", "drive: {middle: %s, medium".formatted(middle)));

        assertThatThrownBy(() -> RigFile.read(file))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            chassis: {medium: virtual | right
            chassis: {middle: {interface: can3, units: [GW]}, medium: socketcan, interface: can1 | right
            chassis: {medium: socketcan, interface: can1 | field buses.chassis.middle: expected GW behind a man in the middle here too, as it is on bus drive, found none
            chassis: {middle: {interface: can3, units: [BRK]}, medium: socketcan, interface: can1 | field buses.chassis.middle.units: expected GW behind a man in the middle here too, as it is on bus drive, found BRK
            chassis: {middle: {interface: can2, units: [GW]}, medium: socketcan, interface: can1 | field buses.drive.middle.interface: expected another than those of the buses and of other men: the wire to its units is cut off from them, found 'can2'
            """)
    void a_unit_behind_a_man_is_behind_one_on_each_of_its_real_buses(String chassis, String told) throws IOException {
        Path file = written(Files.readString(Path.of("rigs/bench-socketcan.yaml"))
                .replace("GW: simulated", "GW: real")
                .replace("BRK: simulated", "BRK: real")
                .replace("drive: {medium", "drive: {middle: {interface: can2, units: [GW]}, medium")
                .replace("chassis: {medium: socketcan, interface: can1", chassis));

        assertThat(told(file)).contains(told);
    }

    private static String told(Path file) {
        try {
            MiddleRules.requirePlaces(
                    file,
                    RigFile.read(file),
                    unit -> unit.equals("GW") ? List.of("drive", "chassis") : List.of("chassis"));
            return "right";
        } catch (UserMistake wrong) {
            return String.valueOf(wrong.getMessage());
        }
    }

    @Test
    void an_unknown_field_is_told_with_the_known_ones() throws IOException {
        Path file = damaged("tier: virtual", "tier: virtual\ncolour: red");

        assertThatThrownBy(() -> RigFile.read(file))
                .hasMessageContaining("field colour")
                .hasMessageContaining("6");
    }

    @Test
    void text_that_is_not_yaml_is_told_with_its_line() throws IOException {
        Path file = damaged("tier: virtual", "tier: [virtual");

        assertThatThrownBy(() -> RigFile.read(file))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("expected YAML");
    }

    @Test
    void a_missing_file_is_told() {
        assertThatThrownBy(() -> RigFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("no such file");
    }

    private Path written(String text) throws IOException {
        for (String name : List.of("ecus.yaml", "ev.dbc", "releases.yaml")) {
            Files.createFile(folder.resolve(name));
        }
        return Files.writeString(folder.resolve("rig.yaml"), text);
    }

    private Path damaged(String right, String wrong) throws IOException {
        String text = Files.readString(Path.of("rigs/virtual.yaml"));
        assertThat(text).contains(right);
        return written(text.replace(right, wrong));
    }
}

package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.cloud.image.ImageSpec;
import dev.underpin.cloud.image.ImageStore;
import dev.underpin.cloud.image.ReleaseCatalogue;
import dev.underpin.cloud.trust.DevelopmentKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code underpin uds} on the virtual rig. */
class UdsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"uds --help", "uds read --help", "uds scan --help", "uds flash --help"})
    void help_tells_options_and_exit_codes(String arguments) {
        assertThat(execute(arguments)).isZero();
        assertThat(out.toString())
                .contains("--doip=HOST[:PORT]", "--session=N", "1   something was refused, or not answered");
    }

    @Test
    void values_are_read_by_number_and_name_in_words_with_their_times() {
        assertThat(execute("uds --ecu BMS read F190 SoC ContactorState")).isZero();
        assertThat(out.toString())
                .contains("# BMS on bus drive, 7E4 > 7EC, CAN FD 64")
                .containsPattern("F190 Vin +WUPLX3EV7T1000047  \\(0\\.\\d+ ms\\)")
                .containsPattern("4910 SoC +7\\d(\\.\\d+)? %")
                .containsPattern("4921 ContactorState +closed")
                .contains("# 22 ReadDataByIdentifier: 3 answered, first reaction after");
    }

    @Test
    void a_refusal_is_told_in_words_and_does_not_keep_the_rest_from_being_read() {
        assertThat(execute("uds --ecu OBC read DEAD F190")).isEqualTo(1);
        assertThat(out.toString())
                .contains("service 0x22 refused: 0x31 request out of range")
                .contains("WUPLX3EV7T1000047");
    }

    @Test
    void a_control_unit_beyond_all_buses_is_reached_over_the_ethernet_and_any_through_the_gateway() {
        assertThat(execute("uds --ecu NAV read F190")).isZero();
        assertThat(execute("uds --bus ethernet --address 0x1011 read F190")).isZero();
        assertThat(out.toString())
                .contains("# NAV on Ethernet, logical address 1022", "# BMS on Ethernet, logical address 1011");
    }

    @Test
    void bare_identifiers_do_as_well_and_silence_is_exit_code_1() {
        assertThat(execute("uds --bus chassis --tx 7E6 --rx 7EE raw 22 F190")).isZero();
        assertThat(out.toString()).contains("> 22 F1 90", "< 62 F1 90", "WUPLX3EV7T1000047");
        assertThat(execute("uds --bus chassis --tx 18DA10F1 --rx 18DAF110 raw 3E00"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("service 0x3E: no answer in time");
    }

    @Test
    void programs_get_one_json_document() {
        assertThat(execute("uds --ecu BMS --json --session 3 --unlock read StateOfHealth DEAD"))
                .isEqualTo(1);

        JsonNode document = new JsonMapper().readTree(out.toString());
        assertThat(document.path("data").get(0).path("value").asDouble()).isEqualTo(96.5);
        assertThat(document.path("data").get(0).path("unit").asString()).isEqualTo("%");
        assertThat(document.path("data").get(1).path("error").path("nrc").asString())
                .isEqualTo("31");
        assertThat(document.path("exchanges")).hasSize(5);
        assertThat(document.path("exchanges").get(0).path("request").asString()).isEqualTo("1003");
        assertThat(document.path("exchanges").get(0).path("reactionMs").asDouble())
                .isBetween(0.1, 50.0);
        assertThat(document.path("unmatched")).isEmpty();
        assertThat(document.path("exitCode").asInt()).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_locked_routine_needs_what_the_hint_says() {
        assertThat(execute("uds --ecu BMS routine start prechargeTest")).isEqualTo(1);
        assertThat(out.toString()).contains("another session may do: --session 3");
        assertThat(execute("uds --ecu BMS --session 3 routine start prechargeTest"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("it is locked: --unlock");
        assertThat(execute("uds --ecu BMS --unlock routine start prechargeTest"))
                .isZero();
        assertThat(out.toString()).contains("< 71 01 02 04 00");
    }

    @Test
    void what_there_is_is_found_and_each_answer_is_said_to_mean_what_it_means() {
        assertThat(execute("uds --ecu BMS scan services")).isZero();
        assertThat(out.toString())
                .containsPattern("22 ReadDataByIdentifier +there +0x13")
                .containsPattern("27 SecurityAccess +there, in another session +0x7F")
                .doesNotContainPattern("(?m)^3F ")
                .contains("services 04 and 08 were not asked");
        assertThat(execute("uds --ecu BMS scan dids --range 4900-49FF")).isZero();
        assertThat(out.toString())
                .containsPattern("4918 StateOfHealth +there +2 bytes")
                .contains("# not there: 240");
        assertThat(execute("uds --bus ethernet scan ecus --range 1010-1023")).isZero();
        assertThat(out.toString())
                .contains("1011  BMS    positive response", "1023  TCU    positive response")
                .containsPattern("# \\d+ not reached: .*refused by the DoIP entity with 03");
        assertThat(execute("uds --bus drive scan ecus")).isZero();
        assertThat(out.toString())
                .containsPattern("7E4 > 7EC +BMS")
                .contains("# 6 control units answered on bus drive");
    }

    @Test
    void the_standard_readout_needs_no_account() {
        assertThat(execute("uds obd")).isZero();
        assertThat(out.toString())
                .containsPattern("F45B ObdStateOfCharge +7\\d")
                .containsPattern("F4B2 ObdStateOfHealth +96\\.\\d")
                .containsPattern("F4A6 ObdOdometer +\\d+ km")
                .containsPattern("F802 ObdVin +WUPLX3EV7T1000047")
                .contains("trouble codes with any status bit of 0C: 0");
    }

    @Test
    void an_image_is_written_and_runs() {
        Path image = new ImageStore(Path.of("target/images"), DevelopmentKeys.standard())
                .image(newest("INV"))
                .path();

        assertThat(execute("uds --ecu INV flash " + image)).isZero();

        assertThat(out.toString())
                .containsPattern("2097152 bytes in 513 blocks of 4095, \\d+\\.\\d s: \\d+\\.\\d kB/s, 9\\d % of the")
                .containsPattern("F195 SoftwareVersion +2026\\.47");
        assertThat(err.toString()).contains("... 10 % written", "... 100 % written");
        assertThat(execute("uds --ecu BMS flash " + image)).isEqualTo(2);
        assertThat(err.toString()).contains("expected an image for BMS, found one for INV");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        uds                                        | expected a command: read, write, dtc
        uds read F190                              | expected the control unit: --ecu NAME, --tx ID --rx ID, or --address ADDRESS
        uds --ecu XYZ read F190                    | --ecu: expected one of GW, VCU, BMS
        uds --ecu BMS read F19G                    | DID: expected four hexadecimal digits such as F190
        uds --ecu BMS --bus body read F190         | --bus: expected one of drive, chassis, ethernet, found body
        uds --ecu BMS --bus chassis read F190      | --bus: expected drive for BMS, found chassis
        uds --tx 7E0 --bus drive read F190         | --tx and --rx: expected both or none
        uds --tx 7E0 --rx 7E8 read F190            | --tx: expected --bus beside it
        uds --doip h --tx 7E0 --rx 7E8 raw 3E00    | identifiers mean nothing by DoIP; use --ecu or --address
        uds --doip h --bus drive --ecu BMS read 01 | --bus and --doip: expected one of them
        uds --doip a:b:c --ecu BMS read F190       | --doip: expected HOST or HOST:PORT
        uds --ecu BMS write F184 0                 | HEX: expected bytes in hexadecimal
        uds --ecu BMS reset gently                 | KIND: expected one of hard, key, soft, found "gently"
        uds --ecu BMS clear P12                    | CODE: expected a trouble code such as P0AA6-1A
        uds --ecu BMS scan dids --range 2-1        | --range: expected FROM-TO
        uds scan ecus                              | expected --bus NAME or --doip HOST
        uds --ecu BMS flash rigs/virtual.yaml      | rigs/virtual.yaml: expected a whole image file (UPI1), found something else
        uds --ecu BMS flash nowhere.upi            | nowhere.upi: expected a whole image file (UPI1), found no such file
        uds --ecu BMS --session 300 read F190      | --session: expected one or two hexadecimal digits
        """)
    void a_mistake_is_one_message_and_exit_code_2(String arguments, String message) {
        assertThat(execute(arguments)).isEqualTo(2);
        assertThat(err.toString()).startsWith("underpin: ").contains(message).doesNotContain("\tat ");
    }

    @Test
    void an_image_that_was_cut_is_refused_before_anything_is_asked() throws IOException {
        byte[] header = "{\"ecu\":\"BMS\",\"length\":100}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] file = java.nio.ByteBuffer.allocate(6 + header.length + 120)
                .put(new byte[] {'U', 'P', 'I', '1', 0, (byte) header.length})
                .put(header)
                .array();
        Path image = Files.write(folder.resolve("cut.upi"), file);

        assertThat(execute("uds --ecu BMS flash " + image)).isEqualTo(2);
        assertThat(err.toString()).contains("found one of which 44 bytes are missing");
    }

    private static ImageSpec newest(String ecu) {
        return ReleaseCatalogue.read(Path.of("rigs/releases.yaml")).releases().values().stream()
                .flatMap(release -> release.image(ecu).stream())
                .max(Comparator.comparing(ImageSpec::releaseCounter))
                .orElseThrow();
    }

    private int execute(String arguments) {
        return Underpin.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.split(" "));
    }
}

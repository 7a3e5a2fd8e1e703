package dev.underpin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void aLog() throws IOException {
        log = Files.writeString(folder.resolve("bus.log"), """
                (1793602800.250000) drive 118#2000000000000003
                (1793602800.300000) drive 7E4#021003CCCCCCCCCC
                (1793602800.310000) drive 7EC#065003003201F4CC
                (1793602800.350000) drive 118#2000000000000004
                (1793602800.400000) drive 20000020#0000000000000000
                """);
    }

    @Test
    void a_log_is_shown_with_its_beginning_above() {
        assertThat(execute("trace", log.toString())).isZero();

        assertThat(out.toString().lines()).hasSize(9).startsWith("# " + log + " begins 2026-11-02T07:00:00Z");
        assertThat(out.toString())
                .contains("0.250000  drive     118       VCU_DriveState")
                .contains("DiagnosticSessionControl extendedDiagnosticSession P2 50 ms, P2* 5000 ms")
                .contains("no acknowledgement")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bus.asc", "bus.blf", "bus.pcapng"})
    void every_format_shows_the_same(String name) {
        Path other = folder.resolve(name);
        execute("log", "convert", log.toString(), other.toString());
        execute("trace", "--plain", log.toString());
        List<String> expected = told();

        execute("trace", "--plain", other.toString());

        assertThat(told()).isEqualTo(expected).hasSize(7);
    }

    @Test
    void filters_choose() {
        execute("trace", "--plain", log.toString(), "--only", "7E0-7EF", "--from", "0.305", "--decode", "UDS");

        assertThat(told()).extracting(line -> line.split("\t")[2]).containsExactly("7EC", "UDS");
    }

    @Test
    void a_broken_log_is_shown_up_to_the_break() throws IOException {
        Files.writeString(log, "(1793602800.5) drive nonsense\n", java.nio.file.StandardOpenOption.APPEND);

        assertThat(execute("trace", "--plain", log.toString())).isEqualTo(2);
        assertThat(out.toString().lines()).hasSize(7);
        assertThat(err.toString()).startsWith("underpin: " + log + ":6:").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trace                                  | (FILE | --live)
            trace nowhere.log                      | nowhere.log: expected a bus log that can be read, found no such file or folder
            trace a.txt                            | a.txt: expected a bus log whose name ends in
            trace a.log --live                     | mutually exclusive
            trace a.log --only 7E                  | expected an identifier of 3 (11-bit, up to 7FF) or 8 (29-bit
            trace a.log --only 7E8-7E0             | the lower one first, found "7E8-7E0"
            trace a.log --from 5 --until 4         | --until: expected a second after --from 5.0, found 4.0
            trace a.log --from -1                  | --from: expected seconds from 0 on, found -1.0
            trace a.log --ecu Toaster              | --ecu: expected one of ADAS
            trace a.log --decode all               | Invalid value for option '--decode'
            trace a.log --dbc nowhere.dbc          | nowhere.dbc
            trace a.log --rig nowhere.yaml         | nowhere.yaml
            trace --live --for ever                | --for: expected a time such as 500ms, 10s or 2min, found "ever"
            trace a.log --as socketcand            | --as: expected with --live only
            trace --live --host h:1                | --host: expected with --as only
            trace --live --as socketcand           | --bus: expected the name of the bus to follow, found none
            trace --live --as slcan --bus drive    | Invalid value for option '--as'
            trace --live --as socketcand --bus drive --host 127.0.0.1:99999 | --host: expected a host, or host:port
            trace --live --as socketcand --bus drive --host 127.0.0.1:1 | the bus drive cannot be followed at 127.0.0.1:1: Connection refused
            trace --live --as udp-multicast --bus drive --host 192.0.2.77 | no interface of this machine has the IPv4 address 192.0.2.77
            log statistics nowhere.log             | nowhere.log: expected a bus log that can be read
            log statistics a.log --bit-rate fast   | --bit-rate: expected bits per second such as 500000 or 500000/2000000
            """)
    void a_mistake_is_one_message(String arguments, String message) {
        assertThat(execute(arguments.split(" +"))).isEqualTo(2);
        assertThat(err.toString()).startsWith("underpin: ").contains(message).doesNotContain("\tat ");
    }

    @Test
    void the_virtual_vehicle_is_shown_while_it_runs() {
        assertThat(execute("trace", "--live", "--for", "600ms", "--plain")).isZero();

        assertThat(told()).hasSizeGreaterThan(50);
        assertThat(told()).extracting(line -> line.split("\t")[0]).isSorted();
        assertThat(told()).extracting(line -> line.split("\t")[1]).contains("drive", "chassis");
    }

    @Test
    void a_reader_who_leaves_ends_the_trace_quietly() throws IOException {
        String line = Files.readString(log).lines().findFirst().orElseThrow() + "\n";
        Files.writeString(log, line.repeat(20_000));
        Closing closing = new Closing();

        int code = Underpin.commandLine()
                .setOut(new PrintWriter(closing))
                .setErr(new PrintWriter(err, true))
                .execute("trace", log.toString());

        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(closing.refused).isBetween(1, 3);
    }

    /** Takes the first bytes, and then, as a closed pipe does, none. */
    private static final class Closing extends OutputStream {
        private int taken;
        private int refused;

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (taken > 50_000) {
                refused++;
                throw new IOException("Broken pipe");
            }
            taken += length;
        }
    }

    @Test
    void statistics_tell_load_and_periods_and_draw_them() throws Exception {
        Path svg = folder.resolve("load.svg");

        assertThat(execute("log", "statistics", log.toString(), "--svg", svg.toString()))
                .isZero();

        assertThat(out.toString())
                .contains("drive  500 kbit/s, data 2000 kbit/s; 4 frames of 3 identifiers, 1 error frames")
                .contains("118       VCU_DriveState                 2     100.000     100.000     100.000       0.000")
                .contains("7E4       BMS request                    1           -           -           -           -");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    }

    @Test
    void a_bus_that_the_rig_does_not_know_needs_a_bit_rate() throws IOException {
        Files.writeString(log, Files.readString(log).replace("drive", "can0"));

        assertThat(execute("log", "statistics", log.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("bus can0: expected a bus of").contains("(drive, chassis)", "--bit-rate");
        assertThat(execute("log", "statistics", log.toString(), "--bit-rate", "250000"))
                .isZero();
        assertThat(told().getFirst()).startsWith("can0  250 kbit/s;");
    }

    private List<String> told() {
        return out.toString().lines().toList();
    }

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        return Underpin.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}

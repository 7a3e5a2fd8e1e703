package dev.underpin.can.log;

import static dev.underpin.can.Fuzz.ROUNDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.Fuzz;
import dev.underpin.can.Mutants;
import dev.underpin.mistake.UserMistake;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogFuzzTest {
    private static final int LINES_AT_ONCE = 50;
    private static final int MOST_WORDS = 400;
    private static final Pattern LINE = Pattern.compile("(?s)bus:\\d+(:\\d+)?: expected .+, found .+");
    private static final Pattern BYTE = Pattern.compile("(?s)bus: (unpacked )?byte \\d+: expected .+, found .+");
    private static final String[] WORDS = {
        "date",
        "base",
        "dec",
        "hex",
        "timestamps",
        "absolute",
        "relative",
        "Begin",
        "TriggerBlock",
        "// channel 1: x",
        "ErrorFrame",
        "CANFD",
        "Rx",
        "Tx",
        "d",
        "r",
        "x",
        "R8",
        "#",
        "##",
        "_F",
        "(",
        ".",
        ")",
        "20000080",
        "E0000000",
        "// SocketCAN 20000008#00",
        "Mon Nov 02 07:00:00.000 am 2026",
        "1fffffff",
        "ü",
        "\n",
        "\t",
        "\u0000"
    };

    @TempDir
    private Path folder;

    private byte[] sound(LogFormat format) throws IOException {
        String name =
                "bus." + (format == LogFormat.CANDUMP ? "log" : format.name().toLowerCase(Locale.ROOT));
        return Logs.bytes(folder.resolve(name), Logs.random(3, 24, 1_000));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANDUMP", "ASC"})
    void damaged_lines_are_entries_or_mistakes_that_name_line_and_column(LogFormat format) throws IOException {
        List<String> sound =
                new String(sound(format), StandardCharsets.UTF_8).lines().toList();
        Mutants mutants = Mutants.ofText(format.ordinal(), sound, WORDS);

        long refused =
                Fuzz.run(ROUNDS, LINES_AT_ONCE, () -> lines(sound.getFirst(), mutants), log -> refused(format, log));

        assertThat(refused).isBetween(ROUNDS / 20L, ROUNDS * 2L);
    }

    private static byte[] lines(String first, Mutants mutants) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.writeBytes(first.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < LINES_AT_ONCE; i++) {
            log.write('\n');
            log.writeBytes(mutants.next());
        }
        return log.toByteArray();
    }

    @Test
    void damaged_objects_of_blf_logs_are_entries_or_mistakes_that_name_the_byte() throws IOException {
        BlfParts parts = BlfParts.of(sound(LogFormat.BLF), 5);

        long refused = Fuzz.run(ROUNDS, 1, parts::damaged, log -> refused(LogFormat.BLF, log));

        assertThat(refused).isBetween(ROUNDS / 20L, ROUNDS * 19L / 20);
    }

    @Test
    void damaged_blocks_of_pcapng_logs_are_entries_or_mistakes_that_name_the_byte() throws IOException {
        PcapngParts parts = PcapngParts.of(sound(LogFormat.PCAPNG), 6);

        long refused = Fuzz.run(ROUNDS, 1, parts::damaged, log -> refused(LogFormat.PCAPNG, log));

        assertThat(refused).isBetween(ROUNDS / 20L, ROUNDS * 19L / 20);
    }

    /** How often something was refused; a text log is read on behind the line that was wrong. */
    private static int refused(LogFormat format, byte[] log) throws IOException {
        boolean lines = format == LogFormat.CANDUMP || format == LogFormat.ASC;
        int refused = 0;
        try (LogReader reader = format.reader("bus", new ByteArrayInputStream(log))) {
            while (true) {
                try {
                    if (reader.next() == null) {
                        return refused;
                    }
                } catch (UserMistake mistake) {
                    refused++;
                    String why = String.valueOf(mistake.getMessage());
                    if (why.length() > MOST_WORDS
                            || !(lines ? LINE : BYTE).matcher(why).matches()) {
                        throw new AssertionError("a mistake that names no place: " + why, mistake);
                    }
                    if (!lines) {
                        return refused;
                    }
                }
            }
        }
    }
}

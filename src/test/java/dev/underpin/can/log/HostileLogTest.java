package dev.underpin.can.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.underpin.mistake.UserMistake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HostileLogTest {
    @TempDir
    private Path folder;

    private byte[] good(LogFormat format, int count) throws IOException {
        String name =
                "bus." + (format == LogFormat.CANDUMP ? "log" : format.name().toLowerCase(Locale.ROOT));
        return Logs.bytes(folder.resolve(name), Logs.random(3, count, 1_000));
    }

    @ParameterizedTest
    @EnumSource
    void aLogCutAnywhereGivesFramesOrAMistake(LogFormat format) throws IOException {
        byte[] good = good(format, 16);
        for (int length = 0; length < good.length; length++) {
            refuses(format, Arrays.copyOf(good, length));
        }
    }

    /** Whether the log is refused; fails on any other complaint than a mistake with file and place. */
    private static boolean refuses(LogFormat format, byte[] log) throws IOException {
        try {
            Logs.read(format, log);
            return false;
        } catch (UserMistake mistake) {
            assertThat(mistake.getMessage())
                    .matches("(?s)bus:(\\d+(:\\d+)?| (unpacked )?byte \\d+): expected .+, found .+")
                    .hasSizeLessThan(300);
            return true;
        } catch (RuntimeException other) {
            return fail("mutant " + java.util.HexFormat.of().formatHex(log), other);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @ParameterizedTest(name = "a container that says {0} and holds 64 MiB of zeros")
    @CsvSource({
        "100, 'a container of 100 bytes, as it says, found more'",
        "1073741824, 'a container of at most 16777216 bytes, found 1073741824'",
        "16777216, 'the signature LOBJ of an object, found 00000000'"
    })
    void aZipBombIsRefused(long told, String complaint) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            for (int i = 0; i < 1 << 6; i++) {
                deflater.write(new byte[1 << 20]);
            }
        }
        byte[] header = Arrays.copyOf(good(LogFormat.BLF, 1), BlfFormat.FILE_HEADER);
        byte[] bomb = joined(header, BlfParts.container(BlfFormat.ZLIB, packed.toByteArray(), told));

        assertThatThrownBy(() -> Logs.read(LogFormat.BLF, bomb))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANDUMP", "ASC"})
    void aLineWithoutEndIsRefused(LogFormat format) {
        try (LogReader reader = format.reader("bus", new Endless())) {
            assertThatThrownBy(reader::next)
                    .hasMessage("bus:1: expected a line of at most 16384 bytes, found a longer one");
        } catch (IOException broken) {
            fail(broken);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CANDUMP | can | bus:1:1: expected (seconds.micros) and a blank, found \"can\"",
                "ASC | hello | bus:1:1: expected the first line of an ASC log, \"date\" and when it began, found"
                        + " \"hello\"",
                "ASC | date Mon Nov 32 07:00:00 2026 | found \"Mon Nov 32 07:00:00 2026\"",
                "BLF | hello | bus: byte 0: expected 72 bytes of a BLF file header, found the end of the file after 5",
                "PCAPNG | hello hello | bus: byte 0: expected the section header of a pcapng file, 0A0D0D0A, found"
                        + " 68656C6C",
                "PCAPNG | '' | bus: byte 0: expected the section header of a pcapng file, found an empty file",
            })
    void whatIsNoLogAtAllIsRefused(LogFormat format, String text, String complaint) {
        assertThatThrownBy(() -> Logs.read(format, text.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "bus.txt, 'bus.txt: expected a bus log whose name ends in .log (candump), .asc, .blf or .pcapng, found .txt'",
        "bus, 'bus: expected a bus log whose name ends in .log (candump), .asc, .blf or .pcapng, found no ending'",
        "nowhere.blf, 'nowhere.blf: expected a bus log that can be read, found no such file or folder'"
    })
    void aFileOfAnotherKindOrNoneIsRefused(String name, String complaint) {
        assertThatThrownBy(() -> LogFormat.read(Path.of(name)))
                .isInstanceOf(UserMistake.class)
                .hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource({"bus.asc", "bus.blf"})
    void whatLiesBeforeTheStartOfALogCannotBeWrittenIntoIt(String name) throws IOException {
        List<LogEntry> entries = List.of(
                new LoggedError(Logs.START, "drive", ErrorFrame.unknown()),
                new LoggedError(Logs.START - 1, "drive", ErrorFrame.unknown()));

        assertThatThrownBy(() -> Logs.write(folder.resolve(name), entries))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("before its own start");
    }

    /** Digits for ever. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return '7';
        }
    }
}

package dev.underpin.can.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTripTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} keeps {1} ns")
    @CsvSource({"bus.log, 1000", "bus.asc, 1000", "bus.blf, 1", "bus.pcapng, 1"})
    void whatWasWrittenIsReadBackWithAllThatItWas(String name, long unit) throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            List<LogEntry> written = Logs.random(seed, 300, unit);
            Path file = folder.resolve(name);

            Logs.write(file, written);

            assertThat(Logs.read(file)).containsExactlyElementsOf(written);
        }
    }

    @ParameterizedTest
    @CsvSource({"bus.log", "bus.asc", "bus.blf", "bus.pcapng"})
    void anEmptyLogIsALog(String name) throws IOException {
        Path file = folder.resolve(name);

        Logs.write(file, List.of());

        assertThat(Logs.read(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"log, asc", "asc, blf", "blf, pcapng", "pcapng, log"})
    void aLogGoesThroughEveryFormatAndComesBackTheSame(String first, String second) throws IOException {
        List<LogEntry> written = Logs.random(77, 2_000, 1_000);
        Path one = folder.resolve("one." + first);
        Path other = folder.resolve("other." + second);

        Logs.write(one, written);
        Logs.write(other, Logs.read(one));

        assertThat(Logs.read(other)).containsExactlyElementsOf(written);
    }

    @ParameterizedTest(name = "{0} holds whole microseconds")
    @CsvSource({"bus.log", "bus.asc"})
    void aFormatOfMicrosecondsRoundsDown(String name) throws IOException {
        List<LogEntry> written = Logs.random(5, 300, 1);
        Path file = folder.resolve(name);

        Logs.write(file, written);

        assertThat(Logs.read(file).stream().map(LogEntry::atNanos))
                .containsExactlyElementsOf(written.stream()
                        .map(entry -> entry.atNanos() / 1_000 * 1_000)
                        .toList());
    }
}

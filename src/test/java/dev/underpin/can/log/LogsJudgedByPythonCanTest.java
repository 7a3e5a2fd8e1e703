package dev.underpin.can.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.can.CanFrame;
import dev.underpin.judges.OutsideJudge;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * python-can 4.1 reads what was written and writes what is read. Not asked of it, for it loses them itself: raw data length codes above
 * 8; in ASC an FD frame without data (a remote frame to it) and all of an error frame but its time and, when reading, its channel; in
 * candump logs the class of an error frame other than 80, when reading also its channel and data, and when writing the length of a
 * remote frame. It keeps a log's start to the millisecond, so the first entry lies on one.
 */
class LogsJudgedByPythonCanTest {
    private static final List<String> CHANNELS = List.of("drive", "body", "can0", "7", "x");

    @TempDir
    private Path folder;

    private OutsideJudge python;

    @BeforeEach
    void requirePythonCan() throws URISyntaxException {
        Path script = Path.of(Objects.requireNonNull(LogsJudgedByPythonCanTest.class.getResource("python_can.py"))
                .toURI());
        python = OutsideJudge.python(script, "can", "python3-can");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "asc", "blf"})
    void pythonCanFindsTheFramesAndTimesThatWereWritten(String format) throws IOException {
        List<LogEntry> written = entries(format, "");
        Path file = folder.resolve("bus." + format);

        Logs.write(file, written);

        assertThat(python.lines("dump", file.toString()))
                .containsExactlyElementsOf(written.stream()
                        .map(entry -> line(format, entry, format.equals("log") ? 0 : 1))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "asc", "blf"})
    void whatPythonCanWroteIsReadWithTheSameFramesAndTimes(String format) throws IOException {
        String prefix = format.equals("log") ? "can" : "";
        List<LogEntry> entries = entries(format, prefix);
        Path lines = Files.write(
                folder.resolve("lines.txt"),
                entries.stream()
                        .map(entry -> line("blf", numbered(entry, ""), format.equals("log") ? 0 : 1))
                        .toList());
        Path file = folder.resolve("bus." + format);

        python.lines("copy", lines.toString(), file.toString());

        assertThat(Logs.read(file).stream().map(LogsJudgedByPythonCanTest::wholeMicros))
                .containsExactlyElementsOf(
                        entries.stream().map(entry -> kept(format, entry)).toList());
    }

    private static List<LogEntry> entries(String format, String prefix) {
        List<LogEntry> random = Logs.random(4, 1_500, 1_000);
        long shift = random.getFirst().atNanos() - Logs.START;
        return random.stream()
                .map(entry -> with(entry, entry.atNanos() - shift, entry.channel()))
                .filter(entry -> !(entry instanceof LoggedFrame frame) || spoken(format, frame.frame()))
                .map(entry -> numbered(entry, prefix))
                .toList();
    }

    private static boolean spoken(String format, CanFrame frame) {
        boolean raw = !frame.fd() && frame.dlc() > 8;
        return !raw && !(format.equals("asc") && frame.fd() && frame.length() == 0);
    }

    /** On channels called by a number, which the formats keep. */
    private static LogEntry numbered(LogEntry entry, String prefix) {
        String digits = entry.channel().replaceAll("\\D+(?=\\d$)", "");
        int known = CHANNELS.indexOf(entry.channel());
        return with(entry, entry.atNanos(), prefix + (known < 0 ? digits : Integer.toString(known + 1)));
    }

    private static LogEntry with(LogEntry entry, long at, String channel) {
        return switch (entry) {
            case LoggedFrame frame -> new LoggedFrame(at, channel, frame.direction(), frame.frame());
            case LoggedError error ->
                new LoggedError(
                        at,
                        channel,
                        new ErrorFrame(ErrorFrame.BUS_ERROR, error.error().details()));
        };
    }

    /** What python-can keeps of an entry when it writes it. */
    private static LogEntry kept(String format, LogEntry entry) {
        if (entry instanceof LoggedError && format.equals("asc")) {
            return new LoggedError(entry.atNanos(), "1", ErrorFrame.unknown());
        }
        if (entry instanceof LoggedFrame frame && frame.frame().remote() && format.equals("log")) {
            CanFrame bare = CanFrame.remote(frame.frame().id(), frame.frame().extended(), 0);
            return new LoggedFrame(frame.atNanos(), frame.channel(), frame.direction(), bare);
        }
        return entry;
    }

    private static LogEntry wholeMicros(LogEntry entry) {
        return with(entry, (entry.atNanos() + 500) / 1_000 * 1_000, entry.channel());
    }

    /** As the script prints what it read from {@code format}, its channels counted from {@code first}. */
    private static String line(String format, LogEntry entry, int first) {
        int channel = Integer.parseInt(entry.channel()) - first;
        return entry.atNanos() / 1_000 + ";"
                + switch (entry) {
                    case LoggedFrame frame -> channel + frame(frame);
                    case LoggedError error -> error(format, error, channel);
                };
    }

    private static String error(String format, LoggedError error, int channel) {
        return switch (format) {
            case "log" -> "None;error;0;1;0;0;0;Rx;0;";
            case "asc" -> channel + ";error;0;1;0;0;0;Rx;0;";
            default ->
                channel
                        + ";error;%X;0;0;0;0;Rx;8;%s"
                                .formatted(
                                        error.error().classes(),
                                        hex(error.error().data()));
        };
    }

    private static String frame(LoggedFrame logged) {
        CanFrame frame = logged.frame();
        return ";%s;%X;%d;%d;%d;%d;%s;%d;%s"
                .formatted(
                        frame.remote() ? "remote" : "data",
                        frame.id(),
                        frame.extended() ? 1 : 0,
                        frame.fd() ? 1 : 0,
                        frame.bitRateSwitch() ? 1 : 0,
                        frame.esi() ? 1 : 0,
                        logged.direction() == Direction.TX ? "Tx" : "Rx",
                        frame.remote() ? frame.dlc() : frame.length(),
                        hex(frame.data()));
    }

    private static String hex(byte[] data) {
        return HexFormat.of().withUpperCase().formatHex(data);
    }
}

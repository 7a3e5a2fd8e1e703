package dev.underpin.can.log;

import dev.underpin.can.CanFrame;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Writes {@link LogFormat#ASC}. The log begins at the whole second in which its first entry lies. */
final class AscWriter implements LogWriter {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final OutputStream out;
    private final ChannelNumbers numbers = new ChannelNumbers();
    private boolean begun;
    private long start;

    AscWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(LogEntry entry) throws IOException {
        begin(entry.atNanos());
        if (entry.atNanos() < start) {
            throw UserMistake.saying("an ASC log cannot hold an entry (at %d ns) before its own start (%d ns)"
                    .formatted(entry.atNanos(), start));
        }
        int channel = numbers.of(entry.channel(), (number, name) -> line("// channel %d: %s", number, name));
        long micros = (entry.atNanos() - start) / 1_000;
        String time = String.format(Locale.ROOT, "%4d.%06d", micros / 1_000_000, micros % 1_000_000);
        switch (entry) {
            case LoggedError error -> error(time, channel, error.error());
            case LoggedFrame frame -> {
                if (frame.frame().fd()) {
                    fd(time, channel, frame);
                } else {
                    classic(time, channel, frame);
                }
            }
        }
    }

    private void begin(long first) throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        start = first - first % Moments.NANOS_PER_SECOND;
        String date = AscDate.text(start);
        line("date %s", date);
        line("base hex  timestamps absolute");
        line("internal events logged");
        line("Begin Triggerblock %s", date);
        line("   0.000000 Start of measurement");
    }

    private void error(String time, int channel, ErrorFrame error) throws IOException {
        line("// SocketCAN %08X#%016X", SocketCan.id(error), error.details());
        line("%s %d  ErrorFrame", time, channel);
    }

    private void classic(String time, int channel, LoggedFrame logged) throws IOException {
        CanFrame frame = logged.frame();
        String data = frame.length() == 0 ? "" : " " + HEX.formatHex(frame.data());
        line(
                "%s %d  %-15s %-4s %s %X%s",
                time, channel, id(frame), direction(logged), frame.remote() ? "r" : "d", frame.dlc(), data);
    }

    private void fd(String time, int channel, LoggedFrame logged) throws IOException {
        CanFrame frame = logged.frame();
        int flags = AscFrames.FLAG_FDF
                | (frame.bitRateSwitch() ? AscFrames.FLAG_SWITCH : 0)
                | (frame.esi() ? AscFrames.FLAG_PASSIVE : 0);
        line(
                "%s CANFD %3d %-4s %8s  %32s %d %d %x %2d %s %8d %4d %8X 0 0 0 0 0",
                time,
                channel,
                direction(logged),
                id(frame),
                "",
                frame.bitRateSwitch() ? 1 : 0,
                frame.esi() ? 1 : 0,
                frame.dlc(),
                frame.length(),
                HEX.formatHex(frame.data()),
                0,
                0,
                flags);
    }

    private static String id(CanFrame frame) {
        return "%X%s".formatted(frame.id(), frame.extended() ? "x" : "");
    }

    private static String direction(LoggedFrame frame) {
        return frame.direction() == Direction.TX ? "Tx" : "Rx";
    }

    private void line(String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format + "\n", values).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        try (out) {
            begin(0);
            line("End TriggerBlock");
        }
    }
}

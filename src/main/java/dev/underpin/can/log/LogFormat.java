package dev.underpin.can.log;

import dev.underpin.mistake.UserMistake;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The formats of bus logs, told apart by the ending of the file's name. All hold classical, CAN FD, remote and error frames. */
public enum LogFormat {
    /**
     * The log of {@code candump -l}, {@code .log}: one frame a line, {@code (seconds.micros) bus ID#DATA}. A 29-bit identifier has 8
     * digits, an 11-bit one 3; CAN FD is {@code ID##<flags>DATA} with one digit of flags (1 bit-rate switch, 2 error state indicator); a
     * remote frame {@code ID#R<length>}; an error frame has an identifier of 8 digits from 20000000 on; {@code _<digit>} is a raw data
     * length code above 8. A line that ends in {@code T} was sent; R, or nothing, is received, and nothing is written for it, since
     * tshark 4.0 takes no such ending. Microseconds are rounded down.
     */
    CANDUMP(".log"),
    /**
     * Vector's ASCII log, {@code .asc}. Times have microseconds, rounded down, from the start of the log, which has no time zone: here
     * it is UTC. Channels are numbered from 1; their names, and what is known of error frames, stand in comments.
     */
    ASC(".asc"),
    /**
     * Vector's binary log, {@code .blf}. Times have nanoseconds from the start of the log, which has no time zone: here it is UTC.
     * Channels are numbered from 1 and may have names.
     */
    BLF(".blf"),
    /** The capture format of Wireshark, {@code .pcapng}, with link type 227 (SocketCAN), times in nanoseconds, an interface a channel. */
    PCAPNG(".pcapng");

    private final String ending;

    LogFormat(String ending) {
        this.ending = ending;
    }

    /** The format of {@code file}, by the ending of its name; a mistake when it is none of them. */
    public static LogFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (LogFormat format : values()) {
            if (name.endsWith(format.ending)) {
                return format;
            }
        }
        int dot = name.lastIndexOf('.');
        throw UserMistake.in(
                file.toString(),
                "",
                "a bus log whose name ends in .log (candump), .asc, .blf or .pcapng",
                dot < 0 ? "no ending" : name.substring(dot));
    }

    /** Opens {@code file}, in the format of its name, to be read. */
    public static LogReader read(Path file) throws IOException {
        LogFormat format = of(file);
        if (Files.isDirectory(file)) {
            throw UserMistake.in(file.toString(), "", "a bus log", "a folder");
        }
        try {
            return format.reader(file.toString(), Files.newInputStream(file));
        } catch (FileSystemException closed) {
            throw UserMistake.in(file.toString(), "", "a bus log that can be read", reason(closed));
        }
    }

    /**
     * Reads this format from a stream, which the reader closes.
     *
     * @param file the log's name, for mistakes
     */
    public LogReader reader(String file, InputStream in) {
        return switch (this) {
            case CANDUMP -> new CandumpReader(file, in);
            case ASC -> new AscReader(file, in);
            case BLF -> new BlfReader(file, in);
            case PCAPNG -> new PcapngReader(file, in);
        };
    }

    /** Makes {@code file}, or empties it, to be written in the format of its name. */
    public static LogWriter write(Path file) throws IOException {
        LogFormat format = of(file);
        try {
            SeekableByteChannel channel = Files.newByteChannel(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            return format == BLF ? new BlfWriter(channel) : format.writer(stream(channel));
        } catch (FileSystemException closed) {
            throw UserMistake.in(file.toString(), "", "a file that can be written", reason(closed));
        }
    }

    private LogWriter writer(OutputStream out) throws IOException {
        return switch (this) {
            case CANDUMP -> new CandumpWriter(out);
            case ASC -> new AscWriter(out);
            case PCAPNG -> new PcapngWriter(out);
            case BLF -> throw new IllegalStateException("BLF is written into a file alone");
        };
    }

    private static String reason(FileSystemException closed) {
        return closed instanceof NoSuchFileException ? "no such file or folder" : String.valueOf(closed.getReason());
    }

    private static OutputStream stream(SeekableByteChannel channel) {
        return new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }
}

package dev.underpin.can.database;

import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The characters of DBC files, which say nothing of their encoding. Windows tools write windows-1252, others UTF-8 with or without a
 * byte order mark. What is written is read back the same.
 */
final class DbcText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";
    private static final int MOST_BYTES = 64 << 20;

    private DbcText() {}

    static String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw UserMistake.in(file.toString(), "", "a DBC file of at most 64 MiB", Files.size(file) + " bytes");
            }
            return decode(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw UserMistake.in(file.toString(), "", "a readable DBC file", String.valueOf(unreadable));
        }
    }

    static String decode(byte[] bytes) {
        return decode(bytes, StandardCharsets.UTF_8)
                .map(text -> text.startsWith(MARK) ? text.substring(1) : text)
                .or(() -> decode(bytes, WINDOWS))
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** windows-1252 where that is read back as such, else UTF-8 with a byte order mark. */
    static byte[] encode(String text) {
        if (WINDOWS.newEncoder().canEncode(text)) {
            byte[] bytes = text.getBytes(WINDOWS);
            if (decode(bytes).equals(text)) {
                return bytes;
            }
        }
        return (MARK + text).getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}

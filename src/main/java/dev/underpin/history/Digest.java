package dev.underpin.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256. Over a history: all records as JSON lines, then per bus its name and its frames. */
public final class Digest {
    private Digest() {}

    /** 64 lower-case hexadecimal digits. */
    public static String of(History history) {
        MessageDigest sha = sha256();
        try {
            JsonLines.write(history, new DigestOutputStream(OutputStream.nullOutputStream(), sha));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        for (FrameLog log : history.buses()) {
            sha.update(log.bus().getBytes(StandardCharsets.UTF_8));
            log.feed(sha);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Of bytes alone, such as a file's: 64 lower-case hexadecimal digits. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every one must have", absent);
        }
    }
}

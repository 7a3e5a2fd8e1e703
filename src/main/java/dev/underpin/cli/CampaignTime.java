package dev.underpin.cli;

import dev.underpin.mistake.UserMistake;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a campaign's options and file come to: how long it may take, and its file's name by content. */
final class CampaignTime {
    private static final Pattern SHAPE = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(s|min|h)");
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private CampaignTime() {}

    /** Seconds of a time such as {@code 10 min}; of none without end. */
    static double seconds(String text) {
        if (text.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw UserMistake.saying("--for: expected a time such as 90 s, 10 min or 2 h, found %s".formatted(text));
        }
        double number = Double.parseDouble(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> number;
            case "min" -> number * MINUTE;
            default -> number * HOUR;
        };
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every one must have", absent);
        }
    }
}

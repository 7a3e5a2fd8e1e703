package dev.underpin.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over the digests of the scenarios in feature order, whichever thread ran them and when. */
public final class RunDigest {
    private RunDigest() {}

    /** 64 lower-case hexadecimal digits; each scenario's digest counts as its text and a line feed. */
    public static String of(List<String> scenarioDigests) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            scenarioDigests.forEach(digest -> sha.update((digest + "\n").getBytes(StandardCharsets.US_ASCII)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("this Java runtime lacks SHA-256, which every one must have", absent);
        }
    }
}

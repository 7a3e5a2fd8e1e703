package dev.underpin.uds.fault;

import java.util.HexFormat;

/**
 * An answer to diagnostic requests that their control unit never gave (ISO 14229-1:2020, 8.7).
 *
 * @param prefix how the requests begin that it answers, hexadecimal, up to seven bytes; empty for all
 * @param answer the message, hexadecimal; {@code SS} stands for the service of the request
 * @param period nanoseconds until the answer comes again, for ever; {@link #ONCE} when it does not
 */
public record FalseAnswer(String prefix, String answer, long period) {
    /** The answer does not come again. */
    public static final long ONCE = 0;

    private static final int MOST = 14;

    public FalseAnswer {
        if (prefix.length() > MOST || !hexadecimal(prefix) || !hexadecimal(answer) || answer.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' answered with '%s': expected hexadecimal messages".formatted(prefix, answer));
        }
    }

    /** An answer that comes at once and once. */
    public static FalseAnswer of(String prefix, String answer) {
        return new FalseAnswer(prefix, answer, ONCE);
    }

    /** The same, coming again and again. */
    public FalseAnswer every(long nanos) {
        return new FalseAnswer(prefix, answer, nanos);
    }

    /** How the requests begin that it answers. */
    public byte[] begin() {
        return HexFormat.of().parseHex(prefix);
    }

    private static boolean hexadecimal(String text) {
        return text.length() % 2 == 0 && text.matches("[0-9A-FS]*+");
    }

    byte[] message(int service) {
        return HexFormat.of().parseHex(answer.replace("SS", "%02X".formatted(service)));
    }
}

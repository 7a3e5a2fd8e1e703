package dev.underpin.can.log;

import dev.underpin.can.CanFrame;
import dev.underpin.mistake.UserMistake;
import java.util.HexFormat;

/** An identifier of 11 or 29 bits, which are different ones even where their numbers agree. */
public record FrameId(int value, boolean extended) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MAX_BASE = 0x7FF;
    private static final int MAX_EXTENDED = 0x1FFF_FFFF;

    /** Throws {@link IllegalArgumentException} when the value needs more bits. */
    public FrameId {
        if (value < 0 || value > (extended ? MAX_EXTENDED : MAX_BASE)) {
            throw new IllegalArgumentException("identifier 0x%X needs more bits".formatted(value));
        }
    }

    /** The identifier of {@code frame}. */
    public static FrameId of(CanFrame frame) {
        return new FrameId(frame.id(), frame.extended());
    }

    /** As candump writes it: 3 hexadecimal digits mean 11 bits, 8 mean 29; a mistake when {@code text} is neither. */
    public static FrameId parse(String text) {
        boolean extended = text.length() == 8;
        if (text.matches("[0-9A-Fa-f]{3}|[01][0-9A-Fa-f]{7}")) {
            int value = HexFormat.fromHexDigits(text);
            if (extended || value <= MAX_BASE) {
                return new FrameId(value, extended);
            }
        }
        throw UserMistake.saying(
                "expected an identifier of 3 (11-bit, up to 7FF) or 8 (29-bit, up to 1FFFFFFF) hexadecimal digits, found \"%s\""
                        .formatted(text));
    }

    /** As candump writes it. */
    @Override
    public String toString() {
        return HEX.toHexDigits(value, extended ? 8 : 3);
    }
}

package dev.underpin.vehicle.ecu.boot;

/** What the image check (31 01 0202) found; its code is the routine status byte of the positive answer. */
public enum ImageVerdict {
    /** Whole, genuine, for this control unit, and not older than what was confirmed. */
    ACCEPTED(0, "accepted"),
    /** Not whole, or the signature is not the maker's. */
    NOT_GENUINE(1, "signature or length does not match"),
    /** Signed for another control unit. */
    OTHER_ECU(2, "made for another control unit"),
    /** Signed for another hardware. */
    OTHER_HARDWARE(3, "made for other hardware"),
    /** Its release counter is lower than one that was confirmed here before. */
    OLDER_RELEASE(4, "release counter too low");

    private final int code;
    private final String text;

    ImageVerdict(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The routine status byte. */
    public int code() {
        return code;
    }

    /** What it means, in words for a report. */
    public String text() {
        return text;
    }

    /** What a routine status byte means; an unknown one means {@link #NOT_GENUINE}. */
    public static ImageVerdict of(int code) {
        return code >= 0 && code < values().length ? values()[code] : NOT_GENUINE;
    }
}

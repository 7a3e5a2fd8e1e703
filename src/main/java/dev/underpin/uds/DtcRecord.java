package dev.underpin.uds;

/**
 * A trouble code with its state (ISO 14229-1:2020 annex D).
 *
 * @param code three bytes, see {@link DtcCode}
 * @param status one byte, bits of {@link DtcStatus}
 */
public record DtcRecord(int code, int status) {
    /** Whether every bit of {@code bits} is set. */
    public boolean has(int bits) {
        return (status & bits) == bits;
    }

    /** Such as {@code P0AA6-1A 2F}. */
    @Override
    public String toString() {
        return "%s %02X".formatted(DtcCode.text(code), status);
    }
}

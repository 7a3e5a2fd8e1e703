package dev.underpin.can;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A CAN or CAN FD data or remote frame as a node hands it to its controller (ISO 11898-1). Immutable, but for one that shares its data
 * with its sender ({@link #sharing}): who keeps a frame longer than the call in which he hears it, keeps {@link #kept()}.
 *
 * <p>{@code dlc} is the raw data length code 0..15: a classical frame with 9..15 still carries 8 bytes; FD frames carry 12, 16, 20, 24,
 * 32, 48 or 64.
 */
public final class CanFrame {
    private static final int[] FD_LENGTHS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 24, 32, 48, 64};
    private static final int CLASSIC_LENGTH = 8;
    private static final int MAX_DLC = 15;
    private static final int MAX_BASE_ID = 0x7FF;
    private static final int MAX_EXTENDED_ID = 0x1FFF_FFFF;

    private final int id;
    private final boolean extended;
    private final boolean remote;
    private final boolean fd;
    private final boolean bitRateSwitch;
    private final boolean esi;
    private final int dlc;
    private final byte[] data;

    private CanFrame(
            int id,
            boolean extended,
            boolean remote,
            boolean fd,
            boolean bitRateSwitch,
            boolean esi,
            int dlc,
            byte[] data) {
        if (id < 0 || id > (extended ? MAX_EXTENDED_ID : MAX_BASE_ID)) {
            throw new IllegalArgumentException(
                    "identifier 0x%X does not fit a %s frame".formatted(id, extended ? "29-bit" : "11-bit"));
        }
        this.id = id;
        this.extended = extended;
        this.remote = remote;
        this.fd = fd;
        this.bitRateSwitch = bitRateSwitch;
        this.esi = esi;
        this.dlc = dlc;
        this.data = data;
    }

    /** A classical data frame with an 11-bit identifier and 0..8 bytes. */
    public static CanFrame classic(int id, byte... data) {
        return new CanFrame(id, false, false, false, false, false, classicDlc(data.length), data.clone());
    }

    /** A classical data frame with a 29-bit identifier and 0..8 bytes. */
    public static CanFrame extended(int id, byte... data) {
        return new CanFrame(id, true, false, false, false, false, classicDlc(data.length), data.clone());
    }

    /** A classical remote frame with the raw data length code {@code dlc} of the data it asks for, 0..15. */
    public static CanFrame remote(int id, boolean extended, int dlc) {
        if (dlc < 0 || dlc > MAX_DLC) {
            throw new IllegalArgumentException("a data length code is 0..15, not " + dlc);
        }
        return new CanFrame(id, extended, true, false, false, false, dlc, new byte[0]);
    }

    /** A CAN FD frame; the length of {@code data} has to be one that a DLC can express. */
    public static CanFrame fd(int id, boolean extended, boolean bitRateSwitch, byte... data) {
        return new CanFrame(id, extended, false, true, bitRateSwitch, false, fdDlc(data.length), data.clone());
    }

    /**
     * A data frame that has {@code data} itself and no copy of it: for a sender of many frames that wants to allocate nothing for each. He
     * may change {@code data} as soon as the frame was confirmed or taken back, and sends the same object again.
     *
     * @param bitRateSwitch of a CAN FD frame only
     */
    public static CanFrame sharing(int id, boolean extended, boolean fd, boolean bitRateSwitch, byte[] data) {
        int dlc = fd ? fdDlc(data.length) : classicDlc(data.length);
        return new CanFrame(id, extended, false, fd, fd && bitRateSwitch, false, dlc, data);
    }

    /** This frame as it is now, with data of its own. */
    public CanFrame kept() {
        return new CanFrame(id, extended, remote, fd, bitRateSwitch, esi, dlc, data.clone());
    }

    /**
     * This classical data frame of 8 bytes with the raw data length code {@code dlc}, 8..15; all of them mean 8 bytes (ISO
     * 11898-1:2015, 10.4.2.4).
     */
    public CanFrame withRawDlc(int dlc) {
        if (fd || data.length != CLASSIC_LENGTH || dlc < CLASSIC_LENGTH || dlc > MAX_DLC) {
            throw new IllegalArgumentException("frame %s cannot have the data length code %d".formatted(this, dlc));
        }
        return new CanFrame(id, extended, remote, false, false, false, dlc, data);
    }

    /** This frame with another identifier. */
    public CanFrame withId(int id, boolean extended) {
        return new CanFrame(id, extended, remote, fd, bitRateSwitch, esi, dlc, data);
    }

    /** This frame with another data byte, 0..255, at {@code index}. */
    public CanFrame withByte(int index, int value) {
        byte[] changed = data.clone();
        changed[index] = (byte) value;
        return new CanFrame(id, extended, remote, fd, bitRateSwitch, esi, dlc, changed);
    }

    /** This CAN FD frame as a node with the error state {@code errorPassive} sends it. */
    public CanFrame withEsi(boolean errorPassive) {
        if (!fd) {
            throw new IllegalArgumentException("only a CAN FD frame has an error state indicator, not " + this);
        }
        return new CanFrame(id, extended, false, true, bitRateSwitch, errorPassive, dlc, data);
    }

    /** The smallest length that an FD frame can have and that holds {@code length} bytes. */
    public static int fdLength(int length) {
        for (int candidate : FD_LENGTHS) {
            if (candidate >= length) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("a CAN FD frame holds at most 64 bytes, not " + length);
    }

    /** The number of bytes that the data length code {@code dlc}, 0..15, means in a CAN FD frame. */
    public static int fdLengthOf(int dlc) {
        return FD_LENGTHS[dlc];
    }

    private static int classicDlc(int length) {
        if (length > CLASSIC_LENGTH) {
            throw new IllegalArgumentException("a classical CAN frame holds at most 8 bytes, not " + length);
        }
        return length;
    }

    private static int fdDlc(int length) {
        int dlc = Arrays.binarySearch(FD_LENGTHS, length);
        if (dlc < 0) {
            throw new IllegalArgumentException("no CAN FD data length code means %d bytes".formatted(length));
        }
        return dlc;
    }

    public int id() {
        return id;
    }

    public boolean extended() {
        return extended;
    }

    public boolean remote() {
        return remote;
    }

    public boolean fd() {
        return fd;
    }

    public boolean bitRateSwitch() {
        return bitRateSwitch;
    }

    /** Error state indicator: the sender of this CAN FD frame was error-passive (ISO 11898-1:2015, 10.4.2.4). */
    public boolean esi() {
        return esi;
    }

    /** The raw data length code, 0..15. */
    public int dlc() {
        return dlc;
    }

    /**
     * The 32 bits on which the bus arbitrates, most significant first on the wire; the frame with the smaller value wins.
     *
     * <p>Bits 31..21 the upper 11 identifier bits, 20 RTR (SRR of an extended frame), 19 IDE, 18..1 the lower 18 identifier bits of an
     * extended frame, 0 its RTR (ISO 11898-1:2015, 10.4.2).
     */
    public long arbitrationField() {
        long bits = extended
                ? (long) (id >>> 18) << 21 | 3L << 19 | (long) (id & 0x3FFFF) << 1 | (remote ? 1 : 0)
                : (long) id << 21 | (remote ? 1L << 20 : 0);
        return bits & 0xFFFF_FFFFL;
    }

    /** Bytes of data carried. */
    public int length() {
        return data.length;
    }

    /** The data byte at {@code index}, 0..255. */
    public int at(int index) {
        return data[index] & 0xff;
    }

    /** A copy of the data. */
    public byte[] data() {
        return data.clone();
    }

    /** Copies {@code length} data bytes from {@code from} into {@code target} at {@code offset}. */
    public void copy(int from, byte[] target, int offset, int length) {
        System.arraycopy(data, from, target, offset, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CanFrame that
                && id == that.id
                && extended == that.extended
                && remote == that.remote
                && fd == that.fd
                && bitRateSwitch == that.bitRateSwitch
                && esi == that.esi
                && dlc == that.dlc
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * id + dlc) + (esi ? 1 : 0)) + Arrays.hashCode(data);
    }

    /** The frame in candump notation, such as {@code 7E0#0210030000000000}; a raw data length code above 8 follows {@code _}. */
    @Override
    public String toString() {
        String identifier = (extended ? "%08X" : "%03X").formatted(id);
        String payload = HexFormat.of().withUpperCase().formatHex(data);
        if (fd) {
            return identifier + "##" + ((bitRateSwitch ? 1 : 0) | (esi ? 2 : 0)) + payload;
        }
        String raw = dlc > CLASSIC_LENGTH ? "_%X".formatted(dlc) : "";
        return identifier + "#" + (remote ? "R" + Math.min(dlc, CLASSIC_LENGTH) : payload) + raw;
    }
}

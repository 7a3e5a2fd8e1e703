package dev.underpin.can.bits;

import dev.underpin.can.BusTiming;
import dev.underpin.can.CanFrame;

/**
 * How many bits a frame takes on the wire, stuff bits included, from the start of frame to the end of the intermission (ISO
 * 11898-1:2015, 10.4 and 10.5), sent by a node that is not error-passive. Allocates nothing; safe from any thread.
 */
public final class FrameLength {
    private static final int BASE_HEADER = 18;
    private static final int EXTENDED_HEADER = 38;
    private static final int FD_BASE_HEADER = 16;
    private static final int FD_EXTENDED_HEADER = 35;
    private static final int FD_CONTROL = 5;
    private static final int FD_CRC17_MAX_LENGTH = 16;
    /** Stuff count, CRC, fixed stuff bits, CRC delimiter. */
    private static final int FD_CRC17_FIELD = 4 + 17 + 6 + 1;

    private static final int FD_CRC21_FIELD = 4 + 21 + 7 + 1;
    /** ACK slot, ACK delimiter, end of frame, intermission. */
    private static final int TAIL = 1 + 1 + 7 + 3;

    private FrameLength() {}

    /** All bits of {@code frame}, whatever their rate. */
    public static int bits(CanFrame frame) {
        long split = split(frame);
        return nominalOf(split) + dataOf(split);
    }

    /** The bits at the nominal bit rate; the BRS bit counts among them. */
    public static int nominalBits(CanFrame frame) {
        return nominalOf(split(frame));
    }

    /** The bits at the data bit rate, the CRC delimiter among them; 0 unless a CAN FD frame switches rates. */
    public static int dataBits(CanFrame frame) {
        return dataOf(split(frame));
    }

    /**
     * Nanoseconds that the bus is taken by {@code frame}, from the start of frame to the end of the intermission.
     *
     * <p>A CAN FD frame switches rates at the sample points of its BRS and CRC delimiter bits. With equal sample points in both phases
     * the two split bits together last one nominal and one data bit; that is what is counted.
     */
    public static long nanos(CanFrame frame, BusTiming timing) {
        long split = split(frame);
        int data = dataOf(split);
        long nominal = timing.nominalNanos(nominalOf(split));
        return data == 0 ? nominal : nominal + timing.dataNanos(data);
    }

    /** Both counts in one number, for {@link #nominalOf} and {@link #dataOf}. */
    static long split(CanFrame frame) {
        if (!frame.fd()) {
            return pack(classic(frame), 0);
        }
        int headerBits = frame.extended() ? FD_EXTENDED_HEADER : FD_BASE_HEADER;
        int arbitration = Stuffing.add(Stuffing.START, fdHeader(frame), headerBits);
        int nominal = 1 + headerBits + Stuffing.inside(arbitration) + TAIL;
        int data = fdDataPhase(frame, arbitration);
        return frame.bitRateSwitch() ? pack(nominal, data) : pack(nominal + data, 0);
    }

    static int nominalOf(long split) {
        return (int) (split >>> Integer.SIZE);
    }

    static int dataOf(long split) {
        return (int) split;
    }

    private static long pack(int nominal, int data) {
        return (long) nominal << Integer.SIZE | data;
    }

    private static int classic(CanFrame frame) {
        int headerBits = frame.extended() ? EXTENDED_HEADER : BASE_HEADER;
        long header = classicHeader(frame);
        int stuffing = Stuffing.add(Stuffing.START, header, headerBits);
        int crc = Crc.CRC15.start();
        for (int shift = headerBits & ~7; shift >= 0; shift -= 8) {
            crc = Crc.CRC15.octet(crc, (int) (header >>> shift) & 0xff);
        }
        int length = frame.length();
        for (int i = 0; i < length; i++) {
            int octet = frame.at(i);
            stuffing = Stuffing.addOctet(stuffing, octet);
            crc = Crc.CRC15.octet(crc, octet);
        }
        stuffing = Stuffing.add(stuffing, crc, Crc.CRC15.width());
        return 1 + headerBits + 8 * length + Crc.CRC15.width() + Stuffing.all(stuffing) + 1 + TAIL;
    }

    /** ESI to CRC delimiter. A stuff bit that the last data bit demands is the first fixed one. */
    private static int fdDataPhase(CanFrame frame, int arbitration) {
        int length = frame.length();
        int stuffing = Stuffing.add(arbitration, (frame.esi() ? 1 << 4 : 0) | frame.dlc(), FD_CONTROL);
        for (int i = 0; i < length; i++) {
            stuffing = Stuffing.addOctet(stuffing, frame.at(i));
        }
        int dynamic = Stuffing.inside(stuffing) - Stuffing.inside(arbitration);
        int crcField = length <= FD_CRC17_MAX_LENGTH ? FD_CRC17_FIELD : FD_CRC21_FIELD;
        return FD_CONTROL + 8 * length + dynamic + crcField;
    }

    /** Everything after the start of frame and before the data: the arbitration field, then r1 or IDE, r0 and DLC. */
    private static long classicHeader(CanFrame frame) {
        long field = frame.arbitrationField();
        return frame.extended() ? field << 6 | frame.dlc() : field >>> 14 | frame.dlc();
    }

    /** The arbitration field, then FDF, res and BRS. */
    private static long fdHeader(CanFrame frame) {
        long field = frame.arbitrationField();
        long control = frame.bitRateSwitch() ? 5 : 4;
        return frame.extended() ? field << 3 | control : (field >>> 19) << 3 | control;
    }
}

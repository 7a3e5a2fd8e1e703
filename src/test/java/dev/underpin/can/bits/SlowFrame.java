package dev.underpin.can.bits;

import dev.underpin.can.CanFrame;
import java.math.BigInteger;

/** Lays frames out as text, one rule after the other, sharing nothing with the tables that are judged by it. */
final class SlowFrame {
    private static final String TAIL = "1" + "1" + "1" + "1111111";
    private static final String[] GRAY_AND_PARITY = {"0000", "0011", "0110", "0101", "1100", "1111", "1010", "1001"};

    private SlowFrame() {}

    /** From start of frame to end of frame. */
    static String bits(CanFrame frame) {
        return frame.fd() ? fd(frame) : classic(frame);
    }

    /** Of the bits of {@link #bits}, those at the data rate: after BRS, up to and with the CRC delimiter. */
    static int dataRateBits(CanFrame frame) {
        if (!frame.fd() || !frame.bitRateSwitch()) {
            return 0;
        }
        int uptoBrs = unstuffedUpto(bits(frame), 1 + header(frame).length());
        return bits(frame).length() - uptoBrs - (TAIL.length() - 1);
    }

    private static String classic(CanFrame frame) {
        String reserved = frame.extended() ? "00" : "0";
        String checked = "0" + arbitration(frame) + reserved + binary(frame.dlc(), 4) + data(frame);
        return stuffed(checked + remainder(checked, 15, "1100010110011001", false), true) + TAIL;
    }

    private static String header(CanFrame frame) {
        return arbitration(frame) + "10" + (frame.bitRateSwitch() ? "1" : "0");
    }

    private static String fd(CanFrame frame) {
        String plain = "0" + header(frame) + (frame.esi() ? "1" : "0") + binary(frame.dlc(), 4) + data(frame);
        String dynamic = stuffed(plain, false);
        String count = GRAY_AND_PARITY[(dynamic.length() - plain.length()) % 8];
        String crc = frame.length() <= 16
                ? remainder(dynamic + count, 17, "110110100001011011", true)
                : remainder(dynamic + count, 21, "1100000010100010011001", true);
        StringBuilder wire = new StringBuilder(dynamic);
        for (int i = 0; i < (count + crc).length(); i++) {
            wire.append(i % 4 == 0 ? opposite(wire) : "");
            wire.append((count + crc).charAt(i));
        }
        return wire.append(TAIL).toString();
    }

    private static String arbitration(CanFrame frame) {
        String remote = frame.remote() ? "1" : "0";
        if (!frame.extended()) {
            return binary(frame.id(), 11) + remote + "0";
        }
        String id = binary(frame.id(), 29);
        return id.substring(0, 11) + "11" + id.substring(11) + remote;
    }

    private static String data(CanFrame frame) {
        StringBuilder bits = new StringBuilder();
        for (byte octet : frame.data()) {
            bits.append(binary(octet & 0xff, 8));
        }
        return bits.toString();
    }

    private static String stuffed(String bits, boolean alsoAtTheEnd) {
        StringBuilder wire = new StringBuilder();
        for (int i = 0; i < bits.length(); i++) {
            wire.append(bits.charAt(i));
            wire.append(full(wire) && (alsoAtTheEnd || i < bits.length() - 1) ? opposite(wire) : "");
        }
        return wire.toString();
    }

    private static int unstuffedUpto(String wire, int bits) {
        int seen = 0;
        int plain = 0;
        boolean stuff = false;
        while (plain < bits) {
            seen++;
            plain += stuff ? 0 : 1;
            stuff = full(wire.subSequence(0, seen));
        }
        return seen;
    }

    private static boolean full(CharSequence wire) {
        String last =
                wire.subSequence(Math.max(0, wire.length() - 5), wire.length()).toString();
        return last.equals("00000") || last.equals("11111");
    }

    private static String remainder(String message, int width, String polynomial, boolean topBitFirst) {
        BigInteger dividend = new BigInteger(message, 2).shiftLeft(width);
        if (topBitFirst) {
            dividend = dividend.flipBit(message.length() + width - 1);
        }
        BigInteger divisor = new BigInteger(polynomial, 2);
        while (dividend.bitLength() > width) {
            dividend = dividend.xor(divisor.shiftLeft(dividend.bitLength() - width - 1));
        }
        return binary(dividend.intValue(), width);
    }

    private static String opposite(CharSequence bits) {
        return bits.charAt(bits.length() - 1) == '0' ? "1" : "0";
    }

    private static String binary(int value, int width) {
        String digits = Integer.toBinaryString(value);
        return "0".repeat(width - digits.length()) + digits;
    }
}

package dev.underpin.isotp.kernel;

import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpParameters;
import java.util.List;

/**
 * Two ends that agree on everything and exchange messages in turn, each length in both directions.
 *
 * @param name also tells it apart from others; letters, digits and hyphens
 * @param address of our end
 * @param parameters of our end; the kernel's end asks for the same block size and separation time and pads alike
 */
record Talk(String name, IsoTpAddress address, IsoTpParameters parameters, List<Integer> lengths) {
    private static final int EXTEND_ADDR = 0x002;
    private static final int TX_PADDING = 0x004;
    private static final int RX_PADDING = 0x008;
    private static final int CHK_PAD_LEN = 0x010;
    private static final int CHK_PAD_DATA = 0x020;
    private static final int RX_EXT_ADDR = 0x200;
    private static final int EFF_FLAG = 0x8000_0000;
    private static final int FD_MTU = 72;
    private static final int CLASSIC_MTU = 16;

    /** The kernel's end, as kernel_isotp.py wants it; it checks our padding, or that there is none. */
    String peer() {
        boolean byteFirst = address.transmitByte() != IsoTpAddress.NOTHING;
        int flags = CHK_PAD_LEN
                | (parameters.padded() ? TX_PADDING | RX_PADDING | CHK_PAD_DATA : 0)
                | (byteFirst ? EXTEND_ADDR | RX_EXT_ADDR : 0);
        int format = address.extended() ? EFF_FLAG : 0;
        StringBuilder words = new StringBuilder();
        words.append("tx=%x rx=%x".formatted(address.receiveId() | format, address.transmitId() | format));
        words.append(" flags=%x txpad=%x rxpad=%2$x".formatted(flags, parameters.padding()));
        if (byteFirst) {
            words.append(" ext=%x rxext=%x".formatted(address.receiveByte(), address.transmitByte()));
        }
        words.append(" bs=%x stmin=%x".formatted(parameters.blockSize(), parameters.stMin()));
        words.append(" mtu=%x dl=%x".formatted(parameters.fd() ? FD_MTU : CLASSIC_MTU, parameters.txDl()));
        return words.append(parameters.fd() && parameters.bitRateSwitch() ? " llflags=1" : "")
                .toString();
    }

    /** Whether it takes its time by itself, so that others may go on meanwhile. */
    boolean slow() {
        return parameters.stMin() >= 1 && parameters.stMin() <= 0x7F;
    }

    /** The message of a length: no byte is like the one that many bytes before or after it. */
    static byte[] message(int length) {
        byte[] message = new byte[length];
        for (int i = 0; i < length; i++) {
            message[i] = (byte) (length + i * 31 + (i >> 8) * 7);
        }
        return message;
    }
}

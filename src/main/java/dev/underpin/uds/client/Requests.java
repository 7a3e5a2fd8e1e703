package dev.underpin.uds.client;

import dev.underpin.uds.Sid;
import java.nio.ByteBuffer;

/** Request messages, big endian as ISO 14229-1 has them. */
final class Requests {
    private Requests() {}

    static byte[] of(int... bytes) {
        byte[] message = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            message[i] = (byte) bytes[i];
        }
        return message;
    }

    static byte[] of(int sid, int subFunction, byte[] data) {
        return ByteBuffer.allocate(2 + data.length)
                .put((byte) sid)
                .put((byte) subFunction)
                .put(data)
                .array();
    }

    static byte[] numbered(int sid, int identifier, byte... data) {
        return ByteBuffer.allocate(3 + data.length)
                .put((byte) sid)
                .putShort((short) identifier)
                .put(data)
                .array();
    }

    static byte[] routine(int subFunction, int rid, byte... options) {
        return ByteBuffer.allocate(4 + options.length)
                .put((byte) Sid.ROUTINE_CONTROL)
                .put((byte) subFunction)
                .putShort((short) rid)
                .put(options)
                .array();
    }

    static byte[] control(int did, int how, byte... state) {
        byte[] option = new byte[1 + state.length];
        option[0] = (byte) how;
        System.arraycopy(state, 0, option, 1, state.length);
        return numbered(Sid.IO_CONTROL, did, option);
    }

    static byte[] clear(int group) {
        return of(Sid.CLEAR_DTC, group >> 16, group >> 8, group);
    }

    static byte[] ofDtc(int subFunction, int dtc, int record) {
        return of(Sid.READ_DTC, subFunction, dtc >> 16, dtc >> 8, dtc, record);
    }

    /** 0x34 without compression or encryption, four bytes each for address and size. */
    static byte[] download(long address, long size) {
        return ByteBuffer.allocate(11)
                .put((byte) Sid.REQUEST_DOWNLOAD)
                .put((byte) 0x00)
                .put((byte) 0x44)
                .putInt((int) address)
                .putInt((int) size)
                .array();
    }

    static byte[] block(int counter, byte[] image, int from, int length) {
        byte[] message = new byte[2 + length];
        message[0] = Sid.TRANSFER_DATA;
        message[1] = (byte) counter;
        System.arraycopy(image, from, message, 2, length);
        return message;
    }
}

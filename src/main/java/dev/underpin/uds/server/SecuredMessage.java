package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.Sid;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A request of 0x84.
 *
 * @param administration administrative parameter: bit 0 request, bit 3 keys agreed before, bit 4 encrypted, bit 5 signed, bit 6 the
 *     response shall be signed; the others are reserved
 * @param calculation how it is signed and encrypted
 * @param counter anti-replay counter
 * @param inside the request inside
 * @param code its signature
 */
record SecuredMessage(int administration, int calculation, int counter, byte[] inside, byte[] code) {
    /** Bytes before the request inside, the service identifier among them. */
    static final int HEADER = 8;

    private static final int REQUEST = 0x0001;
    private static final int AGREED_KEYS = 0x0008;
    private static final int ENCRYPTED = 0x0010;
    private static final int SIGNED = 0x0020;
    private static final int SIGN_RESPONSE = 0x0040;
    private static final int KNOWN = REQUEST | AGREED_KEYS | ENCRYPTED | SIGNED | SIGN_RESPONSE;
    private static final byte TO_SERVER = 0x00;
    private static final byte TO_CLIENT = 0x01;

    /** Takes a request of at least one byte inside apart; 0x13 when its signature does not fit into it. */
    static SecuredMessage of(Request request) {
        int length = request.word(4);
        request.requireAtLeast(HEADER + 1 + length);
        int end = request.length() - length;
        return new SecuredMessage(
                request.word(1),
                request.at(3),
                request.word(6),
                Arrays.copyOfRange(request.message(), HEADER, end),
                request.from(end));
    }

    boolean wellFormed() {
        return (administration & REQUEST) != 0 && (administration & ~KNOWN) == 0;
    }

    boolean encrypted() {
        return (administration & ENCRYPTED) != 0;
    }

    boolean signed() {
        return (administration & SIGNED) != 0;
    }

    /** Never the same for two texts: the counter rises from request to request, and tells the ways apart. */
    byte[] nonce(boolean toServer) {
        return ByteBuffer.allocate(Short.BYTES + 1)
                .putShort((short) counter)
                .put(toServer ? TO_SERVER : TO_CLIENT)
                .array();
    }

    /** The record of the response that has {@code response} inside, without the service identifier. */
    byte[] response(byte[] response, SecuredChannel channel) {
        boolean sign = (administration & SIGN_RESPONSE) != 0;
        byte[] text = encrypted() ? channel.encrypt(nonce(false), response) : response;
        int kept = (administration & (AGREED_KEYS | ENCRYPTED)) | (sign ? SIGNED : 0);
        byte[] body = ByteBuffer.allocate(HEADER + text.length)
                .put((byte) (Sid.SECURED_DATA + Sid.POSITIVE_OFFSET))
                .putShort((short) kept)
                .put((byte) calculation)
                .putShort((short) (sign ? code.length : 0))
                .putShort((short) counter)
                .put(text)
                .array();
        byte[] signature = sign ? channel.code(body) : new byte[0];
        NegativeResponse.unless(!sign || signature.length == code.length, Nrc.SECURE_VERIFICATION_FAILED);
        return ByteBuffer.allocate(body.length - 1 + signature.length)
                .put(body, 1, body.length - 1)
                .put(signature)
                .array();
    }
}

package dev.underpin.doip;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A DoIP message (ISO 13400-2:2019 table 16), big endian: version 1, inverse version 1, payload type 2, payload length 4, payload.
 * The header fields are kept as they travel, so that a wrong header can be told.
 *
 * @param version protocol version, one byte
 * @param inverse its bitwise inverse, one byte
 * @param type payload type, see {@link DoipType}
 * @param length payload length as the header says it
 * @param payload the payload; not copied, must not be changed
 */
public record DoipMessage(int version, int inverse, int type, long length, byte[] payload) {
    /** Bytes of the header. */
    public static final int HEADER = 8;

    /** Protocol version of ISO 13400-2:2019. */
    public static final int VERSION = 0x03;

    /** Versions that have this header and these payloads: 2012, 2019, 2019 with amendment 1. Version 1 (2010) has other payloads. */
    private static final int OLDEST = 0x02;

    private static final int NEWEST = 0x04;

    /** Stands for every version, in vehicle identification requests alone (table 16). */
    private static final int ANY = 0xFF;

    private static final int ADDRESSES = 4;

    /** A message with a right header. */
    public static DoipMessage of(int type, byte... payload) {
        return new DoipMessage(VERSION, ~VERSION & 0xFF, type, payload.length, payload);
    }

    /** A routing activation request of type 00 (default). */
    public static DoipMessage activationRequest(int tester) {
        return of(
                DoipType.ROUTING_ACTIVATION_REQUEST,
                ByteBuffer.allocate(7).putShort((short) tester).array());
    }

    /** A tester's answer to an alive check. */
    public static DoipMessage alive(int tester) {
        return of(
                DoipType.ALIVE_CHECK_RESPONSE,
                ByteBuffer.allocate(2).putShort((short) tester).array());
    }

    /** The answer to a routing activation. */
    public static DoipMessage activationResponse(int tester, int entity, int code) {
        return of(
                DoipType.ROUTING_ACTIVATION_RESPONSE,
                ByteBuffer.allocate(9)
                        .putShort((short) tester)
                        .putShort((short) entity)
                        .put((byte) code)
                        .array());
    }

    /** A diagnostic message. */
    public static DoipMessage diagnostic(int source, int target, byte[] message) {
        byte[] payload = new byte[ADDRESSES + message.length];
        ByteBuffer.wrap(payload).putShort((short) source).putShort((short) target);
        System.arraycopy(message, 0, payload, ADDRESSES, message.length);
        return of(DoipType.DIAGNOSTIC_MESSAGE, payload);
    }

    /**
     * The acknowledgement of a diagnostic message, or with another code than 00 its refusal.
     *
     * @param echo how many bytes of the message it repeats at most
     */
    public static DoipMessage acknowledgement(DoipMessage diagnostic, int code, int echo) {
        byte[] message = diagnostic.userData();
        int repeated = Math.min(echo, message.length);
        return of(
                code == DoipCode.DIAGNOSTIC_ACKNOWLEDGED ? DoipType.DIAGNOSTIC_ACK : DoipType.DIAGNOSTIC_NACK,
                ByteBuffer.allocate(ADDRESSES + 1 + repeated)
                        .putShort((short) diagnostic.target())
                        .putShort((short) diagnostic.source())
                        .put((byte) code)
                        .put(message, 0, repeated)
                        .array());
    }

    /** A refusal of a header. */
    public static DoipMessage headerNack(int code) {
        return of(DoipType.HEADER_NACK, (byte) code);
    }

    /**
     * The message in {@code bytes}, whose header may be wrong in every field.
     *
     * @throws IllegalArgumentException when there are fewer bytes than a header has
     */
    public static DoipMessage decode(byte[] bytes) {
        if (bytes.length < HEADER) {
            throw new IllegalArgumentException("a DoIP header has 8 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new DoipMessage(
                buffer.get() & 0xFF,
                buffer.get() & 0xFF,
                buffer.getShort() & 0xFFFF,
                buffer.getInt() & 0xFFFF_FFFFL,
                Arrays.copyOfRange(bytes, HEADER, bytes.length));
    }

    /** The message as it travels. */
    public byte[] encode() {
        return ByteBuffer.allocate(wireLength())
                .put((byte) version)
                .put((byte) inverse)
                .putShort((short) type)
                .putInt((int) length)
                .put(payload)
                .array();
    }

    /** Bytes of header and payload. */
    public int wireLength() {
        return HEADER + payload.length;
    }

    /** The same in another version of the protocol. */
    public DoipMessage in(int otherVersion) {
        return new DoipMessage(otherVersion, ~otherVersion & 0xFF, type, length, payload);
    }

    /** Whether version and inverse fit, and the version is one that has these payloads: 2012, 2019 or its amendment 1. */
    public boolean hasPattern() {
        return fits() && version >= OLDEST && version <= NEWEST;
    }

    /** Whether it is a vehicle identification request to entities of every version (version FF, inverse 00). */
    public boolean isForAnyVersion() {
        return fits()
                && version == ANY
                && type >= DoipType.IDENTIFICATION_REQUEST
                && type <= DoipType.IDENTIFICATION_REQUEST_VIN;
    }

    private boolean fits() {
        return (version ^ inverse) == 0xFF;
    }

    /** Whether the payload is as long as the header says. */
    public boolean isWhole() {
        return payload.length == length;
    }

    /** The first address: source, or the tester in a routing activation. */
    public int source() {
        return address(0);
    }

    /** The second address: target, or the entity in a routing activation. */
    public int target() {
        return address(2);
    }

    /** The byte after the two addresses: the code of a routing activation or an acknowledgement. */
    public int code() {
        return payload[ADDRESSES] & 0xFF;
    }

    /** What an acknowledgement repeats of the message. */
    public byte[] echo() {
        return Arrays.copyOfRange(payload, ADDRESSES + 1, payload.length);
    }

    /** The diagnostic message behind the two addresses. */
    public byte[] userData() {
        return Arrays.copyOfRange(payload, ADDRESSES, payload.length);
    }

    private int address(int offset) {
        return (payload[offset] & 0xFF) << 8 | (payload[offset + 1] & 0xFF);
    }
}

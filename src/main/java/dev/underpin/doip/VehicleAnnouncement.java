package dev.underpin.doip;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A vehicle announcement or identification response (ISO 13400-2:2019 table 5): VIN 17, logical address 2, EID 6, GID 6, further action 1,
 * VIN/GID synchronisation status 1, which older entities leave out.
 *
 * @param vin 17 characters
 * @param address logical address of the entity
 * @param eid 12 hexadecimal digits
 * @param gid 12 hexadecimal digits
 * @param furtherAction 00 none, 10 routing activation for central security
 * @param synchronised whether VIN and GID are valid for the whole vehicle; true when the entity does not say
 */
public record VehicleAnnouncement(
        String vin, int address, String eid, String gid, int furtherAction, boolean synchronised) {
    private static final int VIN = 17;
    private static final int ID = 6;
    private static final int LENGTH = VIN + Short.BYTES + 2 * ID + 1;
    private static final int INCOMPLETE = 0x10;

    static VehicleAnnouncement of(EntityIdentity identity, int address) {
        return new VehicleAnnouncement(
                identity.vin(),
                address,
                HexFormat.of().formatHex(identity.eid()),
                HexFormat.of().formatHex(identity.gid()),
                identity.furtherAction().getAsInt(),
                identity.synchronised().getAsBoolean());
    }

    /** The announcement in a message; empty when it is none. */
    public static Optional<VehicleAnnouncement> in(DoipMessage message) {
        int length = message.payload().length;
        if (!message.hasPattern()
                || message.type() != DoipType.ANNOUNCEMENT
                || !message.isWhole()
                || length < LENGTH
                || length > LENGTH + 1) {
            return Optional.empty();
        }
        ByteBuffer payload = ByteBuffer.wrap(message.payload());
        return Optional.of(new VehicleAnnouncement(
                new String(bytes(payload, VIN), StandardCharsets.US_ASCII),
                payload.getShort() & 0xFFFF,
                HexFormat.of().formatHex(bytes(payload, ID)),
                HexFormat.of().formatHex(bytes(payload, ID)),
                payload.get() & 0xFF,
                !payload.hasRemaining() || payload.get() != INCOMPLETE));
    }

    /** The message that says it. */
    public DoipMessage message() {
        return DoipMessage.of(
                DoipType.ANNOUNCEMENT,
                ByteBuffer.allocate(LENGTH + 1)
                        .put(vin.getBytes(StandardCharsets.US_ASCII))
                        .putShort((short) address)
                        .put(HexFormat.of().parseHex(eid))
                        .put(HexFormat.of().parseHex(gid))
                        .put((byte) furtherAction)
                        .put((byte) (synchronised ? 0 : INCOMPLETE))
                        .array());
    }

    private static byte[] bytes(ByteBuffer from, int count) {
        byte[] bytes = new byte[count];
        from.get(bytes);
        return bytes;
    }
}

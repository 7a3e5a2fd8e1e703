package dev.underpin.doip;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Who an entity is, for testers that look for it over UDP (ISO 13400-2:2019 clause 7.4, tables 5, 11 and 9).
 *
 * @param vin vehicle identification number, 17 characters of ASCII
 * @param eid entity identification, 6 bytes, such as its MAC address
 * @param gid identification of the group of entities of one vehicle, 6 bytes
 * @param gateway whether it carries messages on to other ECUs (node type 00), or is a node of its own (01)
 * @param synchronised whether VIN and GID are known to all entities of the vehicle
 * @param furtherAction 00 none, 10 routing activation for central security
 * @param powerMode diagnostic power mode: 00 not ready, 01 ready, 02 not supported
 */
public record EntityIdentity(
        String vin,
        byte[] eid,
        byte[] gid,
        boolean gateway,
        BooleanSupplier synchronised,
        IntSupplier furtherAction,
        IntSupplier powerMode) {
    private static final int VIN_LENGTH = 17;
    private static final int ID_LENGTH = 6;

    public EntityIdentity {
        if (vin.length() != VIN_LENGTH || eid.length != ID_LENGTH || gid.length != ID_LENGTH) {
            throw new IllegalArgumentException("a VIN has 17 characters, EID and GID 6 bytes each: %s, %s, %s"
                    .formatted(
                            vin, HexFormat.of().formatHex(eid), HexFormat.of().formatHex(gid)));
        }
        eid = eid.clone();
        gid = gid.clone();
    }

    /** A gateway that is synchronised, asks for nothing further, and is ready. */
    public static EntityIdentity gateway(String vin, byte[] eid, byte[] gid) {
        return new EntityIdentity(vin, eid, gid, true, () -> true, () -> 0x00, () -> 0x01);
    }

    /** The same, with a power mode. */
    public EntityIdentity powerMode(IntSupplier mode) {
        return new EntityIdentity(vin, eid, gid, gateway, synchronised, furtherAction, mode);
    }

    /** The same, synchronised or not. */
    public EntityIdentity synchronised(BooleanSupplier whether) {
        return new EntityIdentity(vin, eid, gid, gateway, whether, furtherAction, powerMode);
    }

    byte[] vinBytes() {
        return vin.getBytes(StandardCharsets.US_ASCII);
    }
}

package dev.underpin.vehicle;

import dev.underpin.vehicle.ecu.UnitTrust;
import dev.underpin.vehicle.telematics.PinnedKey;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.function.Function;

/**
 * Keys burnt into a vehicle at the factory.
 *
 * @param images the maker's key for images, in every boot loader (Ed25519)
 * @param units by the name of a control unit: whom it trusts, and by what it is known (0x29)
 * @param director the key of the Director repository (Uptane)
 * @param imageRepository the key of the Image repository (Uptane)
 * @param vehicle the vehicle's own private key (Ed25519)
 * @param vehicleKeyId the name of that key
 */
public record FactoryKeys(
        PublicKey images,
        Function<String, UnitTrust> units,
        PinnedKey director,
        PinnedKey imageRepository,
        PrivateKey vehicle,
        String vehicleKeyId) {}

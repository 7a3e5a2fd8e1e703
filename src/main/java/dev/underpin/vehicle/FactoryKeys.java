package dev.underpin.vehicle;

import dev.underpin.vehicle.telematics.PinnedKey;
import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * Keys burnt into a vehicle at the factory.
 *
 * @param images the maker's key for images, in every boot loader (Ed25519)
 * @param testers the key of the authority that certifies testers, in every control unit (Ed25519)
 * @param director the key of the Director repository (Uptane)
 * @param imageRepository the key of the Image repository (Uptane)
 * @param vehicle the vehicle's own private key (Ed25519)
 * @param vehicleKeyId the name of that key
 */
public record FactoryKeys(
        PublicKey images,
        PublicKey testers,
        PinnedKey director,
        PinnedKey imageRepository,
        PrivateKey vehicle,
        String vehicleKeyId) {}

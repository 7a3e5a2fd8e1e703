package dev.underpin.vehicle;

import dev.underpin.vehicle.ecu.UnitTrust;
import dev.underpin.vehicle.telematics.uptane.Anchors;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.function.Function;

/**
 * Keys burnt into a vehicle at the factory.
 *
 * @param images the maker's key for images, in every boot loader (Ed25519)
 * @param units by the name of a control unit: whom it trusts, and by what it is known (0x29)
 * @param repositories the first Root metadata of the Uptane repositories
 * @param vehicle the vehicle's own private key (Ed25519)
 * @param vehicleKeyId the name of that key
 */
public record FactoryKeys(
        PublicKey images,
        Function<String, UnitTrust> units,
        Anchors repositories,
        PrivateKey vehicle,
        String vehicleKeyId) {}

package dev.underpin.vehicle.ecu;

import dev.underpin.can.CanPort;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.vehicle.ecu.flash.Banks;
import dev.underpin.vehicle.ecu.table.DidSpec;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What a control unit is put together from, besides its line in the table.
 *
 * @param calendar vehicle time and civil time
 * @param entropy the vehicle's seeded chance; the control unit forks its own stream
 * @param vin vehicle identification number, 17 characters (F190)
 * @param serial the control unit's serial number (F18C)
 * @param secret the secret behind security access level 1
 * @param supply its supply terminal
 * @param ports its port on each bus, by the bus's name; powered together with it
 * @param snapshot the identifiers that snapshot records may hold
 * @param banks its program memory; empty when it cannot be flashed
 * @param imageKey the maker's public key (Ed25519) for images
 * @param trust whom it trusts, and by what it is known (0x29)
 * @param bitRate runs the controller on its diagnostic bus at other bits per second (0x87)
 * @param seams replacements of single parts
 */
public record EcuParts(
        Calendar calendar,
        Entropy entropy,
        String vin,
        String serial,
        byte[] secret,
        Supply supply,
        Map<String, CanPort> ports,
        List<DidSpec> snapshot,
        Optional<Banks> banks,
        PublicKey imageKey,
        UnitTrust trust,
        LongConsumer bitRate,
        EcuSeams seams) {}

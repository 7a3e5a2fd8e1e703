package dev.underpin.vehicle.ecu;

import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * Whom a control unit trusts, and by what it is known itself (service 0x29, ISO 14229-1:2020 clause 10.6).
 *
 * @param authority public key of the authority that certifies testers (Ed25519)
 * @param key the control unit's own private key (Ed25519)
 * @param certificate the authority's certificate for it (X.509, DER)
 */
public record UnitTrust(PublicKey authority, PrivateKey key, byte[] certificate) {}

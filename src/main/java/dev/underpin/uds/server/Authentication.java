package dev.underpin.uds.server;

import java.security.PublicKey;

/** How an ECU knows its testers by their certificates (service 0x29, authentication with PKI certificate exchange, unidirectional). */
public interface Authentication {
    /**
     * Judges a tester's certificate.
     *
     * @throws dev.underpin.uds.NegativeResponse 0x50..0x57, saying what is wrong with it
     */
    Certified judge(byte[] certificate);

    /** A fresh challenge. */
    byte[] challenge();

    /** Whether {@code proof} shows that the tester holds the key of its certificate and answers this challenge. */
    boolean proves(Certified tester, byte[] challenge, byte[] proof);

    /**
     * What a certificate says.
     *
     * @param key the tester's public key
     * @param role what the tester may do, as {@link Access#role} names it
     */
    record Certified(PublicKey key, String role) {}
}

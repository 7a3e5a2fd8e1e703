package dev.underpin.uds.server;

import dev.underpin.uds.Nrc;
import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * How an ECU knows its testers, and they it, by asymmetric keys (service 0x29, ISO 14229-1:2020 clause 10.6): certificates that are exchanged
 * (APCE), or the key of a tester whose certificate was left with it before (ACR).
 */
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

    /** The ECU's own certificate. */
    byte[] certificate();

    /**
     * The ECU's proof that it holds the key of its own certificate.
     *
     * @throws dev.underpin.uds.NegativeResponse 0x59 when it cannot be calculated
     */
    byte[] prove(byte[] challenge);

    /** The algorithm of proofs by challenge and response: an object identifier in 16 bytes, padded with zeros. */
    byte[] algorithm();

    /**
     * Takes a certificate for a purpose.
     *
     * @throws dev.underpin.uds.NegativeResponse 0x50..0x57; 0x55 for a purpose that the ECU does not know
     */
    void keep(int purpose, byte[] certificate);

    /**
     * The tester whose certificate was kept for challenge and response, judged anew; null when there is none.
     *
     * @throws dev.underpin.uds.NegativeResponse 0x50..0x57 when it is no longer good
     */
    @Nullable
    Certified kept();

    /** Whether the ECU can give the rights of that role: {@link Nrc#POSITIVE}, or 0x5A. */
    Nrc grants(String role);

    /**
     * What a certificate says.
     *
     * @param key the tester's public key
     * @param role what the tester may do, as {@link Access#role} names it
     */
    record Certified(PublicKey key, String role) {}
}

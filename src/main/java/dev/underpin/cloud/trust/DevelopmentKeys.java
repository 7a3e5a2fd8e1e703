package dev.underpin.cloud.trust;

import dev.underpin.time.Entropy;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The Ed25519 key pairs of the simulated parties. One seed gives the same keys for ever, so a signed file made by one run is
 * accepted by the next; for that very reason they protect nothing real.
 *
 * <p>Thread-safe.
 */
public final class DevelopmentKeys {
    private static final long DEVELOPMENT_SEED = 0x556e_6465_7270_696eL;
    private static final DevelopmentKeys STANDARD = new DevelopmentKeys(new Entropy(DEVELOPMENT_SEED));

    private final Entropy root;
    private final Map<String, KeyPair> pairs = new ConcurrentHashMap<>();

    private DevelopmentKeys(Entropy root) {
        this.root = root;
    }

    /** The keys of the development seed: those that every rig uses. */
    public static DevelopmentKeys standard() {
        return STANDARD;
    }

    /** The keys of another seed: an attacker's, or those after a rotation. */
    public static DevelopmentKeys ofSeed(long seed) {
        return new DevelopmentKeys(new Entropy(seed));
    }

    /**
     * A signing key of a role of an Uptane repository.
     *
     * @param repository {@code director} or {@code image-repo}
     * @param generation 1, and one more after each rotation
     * @param number of the key among those of the role, from 1
     */
    public KeyPair role(String repository, String role, int generation, int number) {
        return pair("uptane %s %s %d.%d".formatted(repository, role, generation, number));
    }

    /** Signs the image files; its public half is burnt into every boot loader. */
    public KeyPair imageSigner() {
        return pair("image-signer");
    }

    /** Certifies testers; its public half is in every control unit. */
    public KeyPair testerAuthority() {
        return pair("tester-authority");
    }

    /** What the control unit {@code ecu} of a vehicle is known by to testers. */
    public KeyPair unit(String vin, String ecu) {
        return pair("unit " + vin + " " + ecu);
    }

    /** Signs the tokens of diagnostic sessions and of technicians. */
    public KeyPair sessionIssuer() {
        return pair("session-issuer");
    }

    /** Signs what the vehicle {@code vin} says: requests, manifests, proofs of presence. */
    public KeyPair vehicle(String vin) {
        return pair("vehicle " + vin);
    }

    /** The name of a key in signatures: the first 16 hexadecimal digits of the SHA-256 of its encoded form. */
    public static String keyId(PublicKey key) {
        return Sha256.hex(key.getEncoded()).substring(0, 16);
    }

    private KeyPair pair(String name) {
        KeyPair known = pairs.get(name);
        return known != null ? known : pairs.computeIfAbsent(name, this::generate);
    }

    private KeyPair generate(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, root.fork(name).forKeys());
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }
}

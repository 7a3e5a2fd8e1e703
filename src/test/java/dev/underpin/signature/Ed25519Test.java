package dev.underpin.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every provider that may compute signatures, against the vectors of RFC 8032, 7.1. */
class Ed25519Test {
    private static final String PRIVATE_KEY_HEAD = "302e020100300506032b657004220420";
    private static final String PUBLIC_KEY_HEAD = "302a300506032b6570032100";

    /** Secret key, public key, message, signature. */
    private record Vector(String secret, String open, String message, String signature) {}

    private static final List<Vector> VECTORS = List.of(
            new Vector(
                    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                    "",
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                            + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
            new Vector(
                    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                    "72",
                    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
            new Vector(
                    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                    "af82",
                    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                            + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));

    static List<Provider> providers() {
        List<Provider> all = new ArrayList<>(List.of(new BouncyCastleProvider()));
        if (AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null) {
            all.add(AmazonCorrettoCryptoProvider.INSTANCE);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void signs_as_the_standard_says(Provider provider) throws Exception {
        Provision provision = new Provision(provider);

        for (Vector vector : VECTORS) {
            assertThat(provision.sign(key(vector), bytes(vector.message))).isEqualTo(bytes(vector.signature));
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void verifies_what_the_standard_signed_and_nothing_else(Provider provider) {
        Provision provision = new Provision(provider);

        for (Vector vector : VECTORS) {
            byte[] key = bytes(PUBLIC_KEY_HEAD + vector.open);
            byte[] signature = bytes(vector.signature);
            assertThat(provision.verifies(key, bytes(vector.message), signature))
                    .isTrue();
            assertThat(provision.verifies(key, bytes(vector.message + "00"), signature))
                    .isFalse();
            for (int i = 0; i < signature.length; i++) {
                byte[] forged = signature.clone();
                forged[i] ^= 1;
                assertThat(provision.verifies(key, bytes(vector.message), forged))
                        .as("byte %d", i)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void a_signature_whose_scalar_is_not_reduced_is_refused(Provider provider) {
        byte[] stretched = bytes(VECTORS.getFirst().signature);
        byte[] order = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        int carry = 0;
        for (int i = 0; i < order.length; i++) {
            carry += (stretched[32 + i] & 0xff) + (order[i] & 0xff);
            stretched[32 + i] = (byte) carry;
            carry >>= 8;
        }

        assertThat(new Provision(provider)
                        .verifies(bytes(PUBLIC_KEY_HEAD + VECTORS.getFirst().open), new byte[0], stretched))
                .isFalse();
    }

    @Test
    void what_is_no_signature_or_no_key_verifies_nothing() {
        Vector vector = VECTORS.getFirst();

        assertThat(Ed25519.verifiesUnder(bytes(vector.open), new byte[0], bytes(vector.signature)))
                .isTrue();
        assertThat(Ed25519.verifiesUnder(bytes(vector.open), new byte[0], new byte[63]))
                .isFalse();
        assertThat(Ed25519.verifiesUnder(new byte[32], new byte[0], bytes(vector.signature)))
                .isFalse();
    }

    @Test
    void a_web_signature_carries_the_signature_of_its_first_two_parts() throws Exception {
        Vector vector = VECTORS.getFirst();

        String compact = Jws.compact("{\"sub\":\"VIN\"}", "key-1", key(vector));

        int cut = compact.lastIndexOf('.');
        byte[] signature = java.util.Base64.getUrlDecoder().decode(compact.substring(cut + 1));
        assertThat(Ed25519.verifiesUnder(
                        bytes(vector.open), compact.substring(0, cut).getBytes("US-ASCII"), signature))
                .isTrue();
    }

    private static PrivateKey key(Vector vector) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(bytes(PRIVATE_KEY_HEAD + vector.secret)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}

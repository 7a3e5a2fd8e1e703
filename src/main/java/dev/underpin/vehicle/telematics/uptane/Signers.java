package dev.underpin.vehicle.telematics.uptane;

import dev.underpin.vehicle.telematics.SignedJson;
import dev.underpin.vehicle.telematics.SignedJson.Seal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who signs for a role.
 *
 * @param keys different keys, under different names
 * @param threshold how many of them have to sign, at least 1
 */
record Signers(List<RoleKey> keys, int threshold) {
    private static final int MOST_SEALS = 16;

    Signers {
        keys = List.copyOf(keys);
    }

    /** Whether enough different keys have signed {@code file}; what has more signatures than anybody needs is not looked at. */
    boolean signed(SignedJson file) {
        List<Seal> seals = file.seals();
        if (seals.size() > MOST_SEALS) {
            return false;
        }
        Set<String> signed = new HashSet<>();
        for (RoleKey key : keys) {
            boolean genuine = seals.stream()
                    .anyMatch(seal -> seal.keyId().equals(key.keyId()) && key.signed(file.bytes(), seal.signature()));
            if (genuine) {
                signed.add(key.hex());
            }
        }
        return signed.size() >= threshold;
    }
}

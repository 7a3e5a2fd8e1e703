package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Entropy;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SecretKeysTest {
    private static final byte[] SECRET = {1, 2, 3};

    private final SecretKeys keys = new SecretKeys(SECRET, new Entropy(3), new NonVolatile());

    @Test
    void a_seed_is_never_all_zero() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(keys.seed(1)).isNotEqualTo(new byte[16]);
        }
    }

    @Test
    void seeds_do_not_repeat() {
        Set<String> seeds = new TreeSet<>();
        for (int i = 0; i < 1_000; i++) {
            seeds.add(Arrays.toString(keys.seed(1)));
        }

        assertThat(seeds).hasSize(1_000);
    }

    @Test
    void only_the_key_of_the_seed_is_accepted() {
        byte[] seed = keys.seed(1);

        assertThat(keys.accepts(1, seed, SecretKeys.key(SECRET, seed))).isTrue();
        assertThat(keys.accepts(1, seed, SecretKeys.key(SECRET, keys.seed(1)))).isFalse();
    }
}

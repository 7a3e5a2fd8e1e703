package dev.underpin.vehicle.telematics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.VirtualScheduler;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

class VehicleIdentityTest {
    private static final KeyPair KEY = FakeCloud.key("vehicle");
    private final VehicleIdentity identity = new VehicleIdentity(
            "WUPTEST0000000001",
            KEY.getPrivate(),
            "v",
            new Calendar(new VirtualScheduler(), Instant.parse("2026-11-20T20:00:00Z")),
            new Entropy(1));

    private static JwtClaims believed(String proof) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setVerificationKey(KEY.getPublic())
                .setExpectedSubject("WUPTEST0000000001")
                .build()
                .processToClaims(proof);
    }

    @Test
    void aProofVerifiesWithTheVehiclesKeyAndCarriesItsClaims() throws Exception {
        JwtClaims claims = believed(identity.proof(Map.of("f190", "WUPTEST0000000001")));

        assertThat(claims.getStringClaimValue("f190")).isEqualTo("WUPTEST0000000001");
        assertThat(claims.getIssuedAt().getValue())
                .isEqualTo(Instant.parse("2026-11-20T20:00:00Z").getEpochSecond());
    }

    @Test
    void noTwoProofsAreAlike() throws Exception {
        String first = believed(identity.authorization().substring(7)).getJwtId();
        String second = believed(identity.authorization().substring(7)).getJwtId();

        assertThat(first).isNotEqualTo(second);
    }
}

package dev.underpin.rig.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.underpin.cloud.Cloud;
import dev.underpin.cloud.CloudSetup;
import dev.underpin.cloud.image.ImageStore;
import dev.underpin.cloud.image.ReleaseCatalogue;
import dev.underpin.cloud.registry.Account;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.uptane.Role;
import dev.underpin.fault.MetadataHarm;
import dev.underpin.fault.MetadataRole;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;
import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import dev.underpin.vehicle.telematics.VehicleIdentity;
import dev.underpin.vehicle.telematics.update.Bundle;
import dev.underpin.vehicle.telematics.update.UpdateFailure;
import dev.underpin.vehicle.telematics.update.UptaneVerifier;
import dev.underpin.vehicle.telematics.uptane.Anchors;
import dev.underpin.vehicle.telematics.uptane.MetadataCheck;
import dev.underpin.vehicle.telematics.uptane.NotGenuine;
import dev.underpin.vehicle.telematics.uptane.Repository;
import dev.underpin.vehicle.telematics.uptane.TrustStore;
import dev.underpin.vehicle.telematics.uptane.Wanted;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vehicle's verification against the real cloud with an attacker in between, by the rows of the catalogue. */
class MetadataForgerTest {
    private static final String VIN = "WUP00000000000001";
    private static final ReleaseCatalogue CATALOGUE =
            ReleaseCatalogue.read(Path.of("src/test/resources/cloud/releases.yaml"));
    private static final ImageStore IMAGES =
            new ImageStore(Path.of("target", "test-images"), DevelopmentKeys.standard());

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final Calendar calendar = new Calendar(scheduler, Instant.parse("2026-11-20T10:00:00Z"));
    private final Cloud cloud = Cloud.withoutSockets(CloudSetup.standard(calendar, new Entropy(7), CATALOGUE, IMAGES));
    private final HttpExchange genuine = new CloudExchange(cloud.vehicle(VIN));
    private final VehicleIdentity identity = new VehicleIdentity(
            VIN,
            DevelopmentKeys.standard().vehicle(VIN).getPrivate(),
            DevelopmentKeys.keyId(DevelopmentKeys.standard().vehicle(VIN).getPublic()),
            calendar,
            new Entropy(3));
    private final UptaneVerifier verifier;
    private HttpExchange way = genuine;

    MetadataForgerTest() {
        cloud.enrol(Account.of(VIN, "Bob", "+371 2000 0000"));
        String release = CATALOGUE.releases().keySet().stream()
                .filter(it -> !it.equals(CATALOGUE.base().id()))
                .findFirst()
                .orElseThrow();
        cloud.updates().publish(CATALOGUE.release(release), VIN);
        verifier = new UptaneVerifier(
                new Anchors(
                        cloud.updates().directorRoots().first(),
                        cloud.updates().imageRoots().first()),
                VIN,
                Set.of("VCU", "BMS", "IVI", "NAV", "GW", "TCU"),
                calendar,
                new TrustStore(),
                file -> true);
    }

    private void attack(String repository, MetadataRole role, MetadataHarm harm) {
        MetadataForger forger = new MetadataForger(repository, role, harm, identity, calendar);
        way = request -> {
            Optional<Response> forged = forger.answer(request, genuine);
            return forged.isPresent() ? forged.get() : genuine.exchange(request);
        };
    }

    private Bundle verify() throws UpdateFailure {
        MetadataCheck check = verifier.begin();
        try {
            for (Optional<Wanted> wanted = check.next(); wanted.isPresent(); wanted = check.next()) {
                Response answer = way.exchange(new Request(
                        "GET", path(wanted.get()), Map.of("authorization", identity.authorization()), new byte[0]));
                if (answer.status() == 200) {
                    check.take(answer.body());
                } else {
                    check.absent();
                }
            }
        } catch (NotGenuine refusal) {
            throw new UpdateFailure(
                    dev.underpin.vehicle.telematics.update.Reason.VERIFICATION_FAILED,
                    refusal.detail(),
                    refusal.attack().code());
        } catch (ExchangeFailed failed) {
            throw new IllegalStateException(failed);
        }
        return verifier.bundle(
                check, cloud.updates().latestOffer(VIN).orElseThrow().id());
    }

    private static String path(Wanted wanted) {
        return "/vehicle/v1/"
                + (wanted.repository() == Repository.DIRECTOR ? VIN + "/director/" : "image-repo/")
                + wanted.file();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource(textBlock = """
            M1, director,   TIMESTAMP, UNSIGNED,           arbitrary-software
            M1, director,   TIMESTAMP, BAD_SIGNATURE,      arbitrary-software
            M1, image-repo, TIMESTAMP, BAD_KEY_ID,         arbitrary-software
            M1, image-repo, TARGETS,   FOREIGN_KEY,        arbitrary-software
            M2, image-repo, TARGETS,   ONE_SIGNATURE_LESS, arbitrary-software
            M2, image-repo, TARGETS,   SAME_KEY_TWICE,     arbitrary-software
            M2, director,   ROOT,      ONE_SIGNATURE_LESS, arbitrary-software
            M3, director,   TIMESTAMP, EXPIRED,            freeze
            M3, director,   SNAPSHOT,  EXPIRED,            freeze
            M3, director,   TARGETS,   EXPIRED,            freeze
            M3, image-repo, TIMESTAMP, EXPIRED,            freeze
            M3, image-repo, SNAPSHOT,  EXPIRED,            freeze
            M3, image-repo, TARGETS,   EXPIRED,            freeze
            M3, director,   ROOT,      EXPIRED,            freeze
            M5, director,   SNAPSHOT,  LISTS_NOTHING,      mix-and-match
            M5, image-repo, TIMESTAMP, LISTS_ANOTHER,      mix-and-match
            M6, director,   TARGETS,   CONTENT_CHANGED,    arbitrary-software
            M7, director,   ROOT,      FOREIGN_KEY,        arbitrary-software
            M7, image-repo, ROOT,      UNSIGNED,           arbitrary-software
            M7, director,   ROOT,      VERSION_SKIPPED,    rollback
            M7, image-repo, ROOT,      VERSION_SAME,       rollback
            M10, director,  TARGETS,   OTHER_LENGTH,       mix-and-match
            M10, director,  TARGETS,   OTHER_HASH,         mix-and-match
            M10, director,  TARGETS,   OTHER_HARDWARE,     mix-and-match
            M10, director,  TARGETS,   OTHER_RELEASE,      mix-and-match
            M11, director,  TARGETS,   OTHER_HASH,         mix-and-match
            M14, director,  TARGETS,   DELEGATES,          arbitrary-software
            M15, director,  TARGETS,   UNIT_TWICE,         mix-and-match
            M15, director,  TARGETS,   UNIT_UNKNOWN,       wrong-vehicle
            M16, director,  TARGETS,   OTHER_ROLE,         mix-and-match
            M16, director,  TIMESTAMP, OVERSIZED,          endless-data
            M16, director,  TIMESTAMP, DEEP_NESTING,       arbitrary-software
            M16, image-repo, TIMESTAMP, INVALID_JSON,      arbitrary-software
            M16, image-repo, TIMESTAMP, NAME_TWICE,         arbitrary-software
            M17, director,  TARGETS,   PATH_IN_NAME,       arbitrary-software
            M17, director,  TARGETS,   ODD_NAME,           arbitrary-software
            C5,  director,  TARGETS,   OTHER_VEHICLE,      wrong-vehicle
            """)
    void an_attack_is_refused_and_named_and_leaves_no_trace(
            String row, String repository, MetadataRole role, MetadataHarm harm, String attack) throws UpdateFailure {
        attack(repository, role, harm);

        assertThatExceptionOfType(UpdateFailure.class)
                .as(row)
                .isThrownBy(this::verify)
                .satisfies(failure ->
                        assertThat(failure.attack()).as(failure.getMessage()).isEqualTo(attack));
        way = genuine;
        if (role != MetadataRole.ROOT || harm != MetadataHarm.EXPIRED) {
            assertThat(verify().targets()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "director, TIMESTAMP",
        "director, SNAPSHOT",
        "director, TARGETS",
        "image-repo, TIMESTAMP",
        "image-repo, SNAPSHOT",
        "image-repo, TARGETS"
    })
    void m4_a_version_before_the_accepted_one_is_refused(String repository, MetadataRole role) throws UpdateFailure {
        verify();
        attack(repository, role, MetadataHarm.VERSION_LOWER);

        assertRefused("rollback");
    }

    @Test
    void m6_the_same_version_that_says_something_else_is_refused() throws UpdateFailure {
        verify();
        attack("director", MetadataRole.TIMESTAMP, MetadataHarm.VERSION_SAME);

        assertRefused("mix-and-match");
    }

    @Test
    void m8_a_fast_forward_is_recovered_from_by_rotating_the_keys() throws UpdateFailure {
        attack("director", MetadataRole.TIMESTAMP, MetadataHarm.VERSION_HIGHER);
        verify();
        way = genuine;
        assertRefused("rollback");
        cloud.updates().rotate("director", Role.TIMESTAMP);

        assertThat(verify().targets()).isNotEmpty();
    }

    @Test
    void m9_metadata_that_is_kept_from_the_vehicle_for_ever_expires() throws UpdateFailure {
        attack("director", MetadataRole.TARGETS, MetadataHarm.FROZEN);
        verify();
        scheduler.runUntil(scheduler.now() + 25 * Nanos.HOUR);

        assertRefused("freeze");
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "image-repo"})
    void m13_stolen_keys_are_worth_nothing_after_their_rotation(String repository) throws UpdateFailure {
        for (String each : List.of("director", "image-repo")) {
            cloud.updates().rotate(each, Role.TARGETS);
        }
        attack(repository, MetadataRole.TARGETS, MetadataHarm.OTHER_HASH);

        assertRefused("arbitrary-software");
    }

    private void assertRefused(String attack) {
        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(this::verify)
                .satisfies(failure ->
                        assertThat(failure.attack()).as(failure.getMessage()).isEqualTo(attack));
    }
}

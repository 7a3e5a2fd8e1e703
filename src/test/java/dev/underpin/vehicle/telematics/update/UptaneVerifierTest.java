package dev.underpin.vehicle.telematics.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.underpin.cloud.uptane.Role;
import dev.underpin.vehicle.telematics.FakeCloud;
import dev.underpin.vehicle.telematics.FakeRepository;
import dev.underpin.vehicle.telematics.uptane.Attack;
import dev.underpin.vehicle.telematics.uptane.MetadataCheck;
import dev.underpin.vehicle.telematics.uptane.NotGenuine;
import dev.underpin.vehicle.telematics.uptane.Repository;
import dev.underpin.vehicle.telematics.uptane.Target;
import dev.underpin.vehicle.telematics.uptane.Wanted;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the catalogue of metadata attacks (M1 to M17) against the Primary's full verification. */
class UptaneVerifierTest {
    private final UpdateBench bench = new UpdateBench();
    private final Verifier verifier = bench.verifier();

    static List<MetadataAttack> attacks() {
        return MetadataAttack.all();
    }

    private FakeRepository repository(Repository which) {
        return which == Repository.DIRECTOR ? bench.director : bench.images;
    }

    private Bundle verify() throws UpdateFailure {
        MetadataCheck check = verifier.begin();
        try {
            for (Optional<Wanted> wanted = check.next(); wanted.isPresent(); wanted = check.next()) {
                Optional<byte[]> file =
                        repository(wanted.get().repository()).file(wanted.get().file());
                if (file.isPresent()) {
                    check.take(file.get());
                } else {
                    check.absent();
                }
            }
        } catch (NotGenuine refusal) {
            throw UpdateFailure.of(refusal);
        }
        return verifier.bundle(check, "O-1");
    }

    private void assertRefused(String name, Attack attack) {
        assertThatExceptionOfType(UpdateFailure.class)
                .as(name)
                .isThrownBy(this::verify)
                .satisfies(failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.VERIFICATION_FAILED);
                    assertThat(failure.attack()).as(failure.getMessage()).isEqualTo(attack.code());
                });
    }

    @Test
    void what_both_repositories_agree_on_is_believed() throws UpdateFailure {
        Bundle bundle = verify();

        assertThat(bundle.targets()).extracting(Target::ecu).containsExactly("VCU", "BMS");
        assertThat(bundle.bytes()).isEqualTo(900_000);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void what_is_attacked_is_refused_and_the_attack_named(MetadataAttack row) throws UpdateFailure {
        if (row.afterAGoodOne()) {
            verify();
        }
        row.inject().accept(bench.director, bench.images);

        assertRefused(row.toString(), row.expected());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void the_vehicle_can_still_be_updated_when_the_attack_is_over(MetadataAttack row) throws UpdateFailure {
        row.inject().accept(bench.director, bench.images);
        if (!row.afterAGoodOne()) {
            assertThatExceptionOfType(UpdateFailure.class).isThrownBy(this::verify);
        }
        for (FakeRepository repository : List.of(bench.director, bench.images)) {
            repository.changes.clear();
            repository.signers.clear();
            repository.afterSigning.clear();
        }
        published(6);

        assertThat(verify().targets()).isNotEmpty();
    }

    @Test
    void m4_what_was_believed_survives_a_restart() throws UpdateFailure {
        verify();
        bench.boot();
        bench.director.versions.put(Role.TIMESTAMP, 4L);

        assertRefused("after a restart", Attack.ROLLBACK);
        assertThat(bench.journal.trust().version(Repository.DIRECTOR, "timestamp"))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("roles")
    void m7_keys_that_are_rotated_once_or_many_times_are_followed(Role role) throws UpdateFailure {
        verify();
        bench.director.roots.rotate(role);
        bench.images.roots.rotate(role);
        published(6);
        assertThat(verify().targets()).hasSize(2);
        for (int i = 0; i < 5; i++) {
            bench.director.roots.rotate(role);
        }
        published(7);
        assertThat(verify().targets()).hasSize(2);
        assertThat(bench.journal.trust().version(Repository.DIRECTOR, "root")).isEqualTo(7);
    }

    private void published(long version) {
        for (Role role : Role.values()) {
            bench.director.versions.put(role, version);
            bench.images.versions.put(role, version);
        }
    }

    static Role[] roles() {
        return Role.values();
    }

    @Test
    void m8_a_fast_forward_is_recovered_from_by_rotating_the_keys() throws UpdateFailure {
        var director = bench.director;
        director.versions.put(Role.TIMESTAMP, Long.MAX_VALUE);
        director.versions.put(Role.SNAPSHOT, Long.MAX_VALUE);
        verify();
        director.versions.clear();
        assertRefused("before the rotation", Attack.ROLLBACK);

        director.roots.rotate(Role.TIMESTAMP);
        director.roots.rotate(Role.SNAPSHOT);
        assertThat(verify().targets()).hasSize(2);
    }

    @Test
    void m13_stolen_keys_are_worth_nothing_after_their_rotation() throws UpdateFailure {
        var targets = Role.TARGETS;
        bench.director.signers.put(targets, bench.director.roots.signers(targets));
        bench.images.signers.put(targets, bench.images.roots.signers(targets));
        verify();
        bench.director.roots.rotate(targets);
        bench.images.roots.rotate(targets);

        assertRefused("the keys that were stolen", Attack.ARBITRARY_SOFTWARE);
    }

    @Test
    void m20_a_clock_that_is_set_back_revives_nothing() throws UpdateFailure {
        Bundle bundle = verify();
        var later = bench.calendar.utc().plus(java.time.Duration.ofDays(4000));
        bench.journal.trust().time(later);

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() -> verifier.vehicle(bundle, Map.of()))
                .satisfies(failure -> assertThat(failure.attack()).isEqualTo("freeze"));
        assertRefused("expired by then", Attack.FREEZE);
    }

    @Test
    void v27_an_older_release_than_installed_is_a_rollback() throws UpdateFailure {
        Bundle bundle = verify();
        Map<String, Installed> newer = Map.of(
                "VCU", new Installed("VCU", "VCU-H1", "S1", "2027.01", "", 60),
                "BMS", new Installed("BMS", "BMS-H1", "S2", "2026.40", "", 40));

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() -> verifier.vehicle(bundle, newer))
                .satisfies(failure -> assertThat(failure.attack()).isEqualTo("rollback"));
    }

    @Test
    void c7_another_unit_than_the_director_means_is_refused() throws UpdateFailure {
        Target meant = new Target("VCU", "VCU-H1", "v.upi", 1, "", "2026.47", 47, "S1", List.of());
        Bundle bundle = new Bundle("O-1", List.of(meant), bench.calendar.utc().plusSeconds(60));

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() -> verifier.vehicle(
                        bundle, Map.of("VCU", new Installed("VCU", "VCU-H1", "S2", "2026.40", "", 40))))
                .satisfies(failure -> assertThat(failure.attack()).isEqualTo("wrong-hardware"));
    }

    @Test
    void c12_only_what_ends_with_the_makers_signature_is_sealed() throws GeneralSecurityException {
        byte[] content = {1, 2, 3};
        var key = FakeCloud.key("maker");
        var signing = Signature.getInstance("Ed25519");
        signing.initSign(key.getPrivate());
        signing.update(FakeCloud.sha256(content));
        byte[] file = Arrays.copyOf(content, 67);
        System.arraycopy(signing.sign(), 0, file, 3, 64);

        assertThat(new MakersSeal(key.getPublic())).accepts(file);
        file[1] ^= 1;
        assertThat(new MakersSeal(key.getPublic())).rejects(file, new byte[64], content);
    }

    @Test
    void e2_two_control_units_with_one_serial_number_are_refused() throws UpdateFailure {
        Bundle bundle = verify();
        Map<String, Installed> cloned = Map.of(
                "VCU", new Installed("VCU", "VCU-H1", "S1", "2026.40", "", 40),
                "BMS", new Installed("BMS", "BMS-H1", "S1", "2026.40", "", 40));

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() -> verifier.vehicle(bundle, cloned))
                .satisfies(failure -> assertThat(failure.attack()).isEqualTo("wrong-hardware"));
    }

    @Test
    void v26_another_hardware_is_refused() throws UpdateFailure {
        Bundle bundle = verify();

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() ->
                        verifier.vehicle(bundle, Map.of("VCU", new Installed("VCU", "VCU-H2", "S", "2026.40", "", 40))))
                .satisfies(failure -> assertThat(failure.attack()).isEqualTo("wrong-hardware"));
    }

    @Test
    void c6_a_control_unit_that_does_not_answer_is_refused() throws UpdateFailure {
        Bundle bundle = verify();

        assertThatExceptionOfType(UpdateFailure.class).isThrownBy(() -> verifier.vehicle(bundle, Map.of()));
    }

    @Test
    void i1_a_flipped_bit_is_found_wherever_it_is() throws UpdateFailure {
        Target target = verify().targets().getFirst();
        byte[] file = bench.cloud.files.get(target.filename());
        verifier.image(target, file);
        for (int at : new int[] {0, file.length / 2, file.length - 1}) {
            byte[] flipped = file.clone();
            flipped[at] ^= 1;
            assertThatExceptionOfType(UpdateFailure.class).isThrownBy(() -> verifier.image(target, flipped));
        }
    }

    @Test
    void i2_a_truncated_file_is_refused() throws UpdateFailure {
        Target target = verify().targets().getFirst();

        assertThatExceptionOfType(UpdateFailure.class).isThrownBy(() -> verifier.image(target, new byte[10]));
    }
}

package dev.underpin.rig.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.rig.RigError;
import dev.underpin.rig.RigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
    private static final Instant SINCE = Instant.parse("2026-11-21T20:00:00Z");
    private static final Holder ME = new Holder("bench", "qa", "host", 4711, SINCE, "nightly");

    @TempDir
    Path folder;

    @Test
    void a_lease_says_who_has_it_and_is_free_again_when_it_was_given_back() throws IOException {
        Path place = folder.resolve("leases/bench.json");

        try (Lease lease = Lease.take(place, ME)) {
            assertThat(lease.leftBehind()).isEmpty();
            assertThat(place)
                    .hasContent("{\"rig\":\"bench\",\"owner\":\"qa\",\"host\":\"host\",\"pid\":4711,"
                            + "\"since\":\"2026-11-21T20:00:00Z\",\"run\":\"nightly\"}");
        }
        assertThat(place).isEmptyFile();
        assertThat(Lease.standing(place)).isEqualTo(new Standing.Free());
    }

    @Test
    void every_user_of_the_machine_may_take_the_lease() throws IOException {
        Path place = folder.resolve("leases/bench.json");
        Lease.take(place, ME).close();

        assertThat(Files.getPosixFilePermissions(place))
                .contains(PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_READ);
        assertThat((int) Files.getAttribute(place.getParent(), "unix:mode") & 07777)
                .as("everybody adds files, nobody takes away another's")
                .isEqualTo(01777);
    }

    @Test
    void a_lease_that_a_living_run_has_is_refused_with_owner_age_pid_and_what_to_type() throws Exception {
        Path place = folder.resolve("bench.json");
        try (OtherRun other = OtherRun.leasing(place)) {
            Holder later = new Holder("bench", "me", "host", 1, SINCE.plusSeconds(754), "mine");

            assertThatThrownBy(() -> Lease.take(place, later))
                    .isInstanceOf(RigError.class)
                    .hasMessageContaining("the bench bench is leased by tester on elsewhere (pid %d)", other.pid())
                    .hasMessageContaining("since 2026-11-21T20:00:00Z (12 min)")
                    .hasMessageContaining("kill -TERM %d", other.pid())
                    .hasMessageContaining("underpin rig release FILE --force");
            assertThat(Lease.standing(place)).isInstanceOf(Standing.Held.class);
        }
    }

    @Test
    void the_lease_of_a_run_that_was_killed_is_taken_over_and_said_so() throws Exception {
        Path place = folder.resolve("bench.json");
        try (OtherRun other = OtherRun.leasing(place)) {
            other.kill();
            assertThat(Lease.standing(place)).isInstanceOf(Standing.LeftBehind.class);

            try (Lease lease = Lease.take(place, ME)) {
                assertThat(lease.leftBehind()).hasValueSatisfying(left -> {
                    assertThat(left.owner()).isEqualTo("tester");
                    assertThat(left.pid()).isEqualTo(other.pid());
                });
            }
        }
    }

    @Test
    void a_damaged_lease_that_nobody_has_is_taken_over() throws IOException {
        Path place = Files.writeString(folder.resolve("bench.json"), "{\"rig\":\"be");

        try (Lease lease = Lease.take(place, ME)) {
            assertThat(lease.leftBehind()).map(Holder::owner).hasValue("somebody unknown");
        }
    }

    @Test
    void a_folder_that_cannot_be_used_is_a_rig_error_that_says_what_to_do() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Lease.take(blocked.resolve("bench.json"), ME))
                .isInstanceOf(RigError.class)
                .hasMessageContaining("lease: {folder: ...}");
    }

    @Test
    void a_link_in_place_of_the_lease_is_not_followed() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Files.createSymbolicLink(folder.resolve("bench.json"), victim);

        assertThatThrownBy(() -> Lease.take(folder.resolve("bench.json"), ME)).isInstanceOf(RigError.class);
        assertThat(victim).hasContent("precious");
    }

    @Test
    void leases_lie_together_on_the_machine_or_where_the_rig_file_says() throws IOException {
        Path file = Path.of("rigs/virtual.yaml");
        for (String name : List.of("ecus.yaml", "ev.dbc", "releases.yaml")) {
            Files.createFile(folder.resolve(name));
        }
        Path own = Files.writeString(folder.resolve("own.yaml"), Files.readString(file) + "lease: {folder: locks}\n");

        assertThat(LeasePlace.of(RigFile.read(file), file))
                .isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "underpin-leases", "virtual.json"));
        assertThat(LeasePlace.of(RigFile.read(own), own)).isEqualTo(folder.resolve("locks/virtual.json"));
    }
}

package dev.underpin.vehicle.telematics.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.underpin.vehicle.telematics.FakeCloud;
import dev.underpin.vehicle.telematics.PinnedKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class UptaneVerifierTest {
    private final UpdateBench bench = new UpdateBench();
    private final SeenVersions seen = new SeenVersions();
    private final UptaneVerifier verifier = new UptaneVerifier(
            new PinnedKey("d", FakeCloud.DIRECTOR.getPublic()),
            new PinnedKey("i", FakeCloud.IMAGES.getPublic()),
            UpdateBench.VIN,
            bench.calendar,
            seen);

    private static byte[] signed(ObjectNode metadata, KeyPair key, String keyId) {
        return FakeCloud.signed(metadata, key, keyId).body();
    }

    private Bundle verify(ObjectNode director, ObjectNode images) throws UpdateFailure {
        return verifier.metadata(
                signed(director, FakeCloud.DIRECTOR, "d"), signed(images, FakeCloud.IMAGES, "i"), "O-1");
    }

    private static ObjectNode target(ObjectNode metadata) {
        return (ObjectNode) metadata.path("targets").path(0);
    }

    @Test
    void whatBothRepositoriesAgreeOnIsBelieved() throws UpdateFailure {
        Bundle bundle = verify(bench.director(), bench.images());

        assertThat(bundle.targets()).extracting(Target::ecu).containsExactly("VCU", "BMS");
        assertThat(bundle.bytes()).isEqualTo(900_000);
    }

    static Stream<Arguments> manipulations() {
        return Stream.of(
                manipulation(
                        "m5 another file length",
                        "mix-and-match",
                        it -> target(it).put("length", 5)),
                manipulation(
                        "m10 another hash", "mix-and-match", it -> target(it).put("sha256", "00")),
                manipulation(
                        "m10 another hardware",
                        "mix-and-match",
                        it -> target(it).put("hardware", "X")),
                manipulation(
                        "m10 another release", "mix-and-match", it -> target(it).put("releaseCounter", 48)),
                manipulation("m3 expired", "freeze", it -> it.put("expires", "2026-11-20T19:59:59Z")),
                manipulation("m16 no moment of expiry", "freeze", it -> it.put("expires", "never")),
                manipulation("m16 another role", "mix-and-match", it -> it.put("_type", "snapshot")),
                manipulation("c5 another vehicle", "wrong-vehicle", it -> it.put("director", "WUPTEST0000000002")),
                manipulation("m9 another offer", "mix-and-match", it -> it.put("offerId", "O-0")),
                manipulation(
                        "m17 a path", "arbitrary-software", it -> target(it).put("filename", "../etc/passwd")),
                manipulation(
                        "m17 a hidden climb",
                        "arbitrary-software",
                        it -> target(it).put("filename", "a..b")),
                manipulation(
                        "m15 a control unit twice",
                        "mix-and-match",
                        it -> it.withArray("targets").add(target(it).deepCopy())),
                manipulation(
                        "m18 nothing at all",
                        "mix-and-match",
                        it -> it.withArray("targets").removeAll()),
                manipulation(
                        "e3 a circle",
                        "mix-and-match",
                        it -> target(it).withArray("dependsOn").add("BMS")),
                manipulation(
                        "e3 a missing dependency",
                        "mix-and-match",
                        it -> target(it).withArray("dependsOn").add("NAV")));
    }

    private static Arguments manipulation(String name, String attack, Consumer<ObjectNode> change) {
        return Arguments.of(name, attack, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manipulations")
    void v16AManipulatedDirectorIsRefusedAndTheAttackNamed(String name, String attack, Consumer<ObjectNode> change) {
        ObjectNode director = bench.director();
        change.accept(director);

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() -> verify(director, bench.images()))
                .satisfies(failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.VERIFICATION_FAILED);
                    assertThat(failure.attack()).as(name).isEqualTo(attack);
                });
    }

    @Test
    void m1AnotherKeyIsNotBelieved() {
        byte[] forged = signed(bench.director(), FakeCloud.IMAGES, "d");

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() -> verifier.metadata(forged, signed(bench.images(), FakeCloud.IMAGES, "i"), "O-1"))
                .satisfies(failure -> assertThat(failure.attack()).isEqualTo("arbitrary-software"));
    }

    @Test
    void m6AChangedByteBreaksTheSignature() {
        byte[] changed = new String(signed(bench.director(), FakeCloud.DIRECTOR, "d"), StandardCharsets.UTF_8)
                .replace("2026.47", "2026.48")
                .getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() -> verifier.metadata(changed, signed(bench.images(), FakeCloud.IMAGES, "i"), "O-1"));
    }

    @Test
    void m4AnOlderVersionOfTheMetadataIsARollback() throws UpdateFailure {
        verify(bench.director(), bench.images());

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() -> verify(bench.director().put("version", 4), bench.images()))
                .satisfies(failure -> assertThat(failure.attack()).isEqualTo("rollback"));
    }

    @Test
    void v23MetadataBeyondTheCapIsNotRead() {
        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() -> verifier.metadata(new byte[Verifier.METADATA_CAP + 1], new byte[0], "O-1"))
                .satisfies(failure -> assertThat(failure.attack()).isEqualTo("endless-data"));
    }

    @Test
    void v27AnOlderReleaseThanInstalledIsARollback() throws UpdateFailure {
        Bundle bundle = verify(bench.director(), bench.images());
        Map<String, Installed> newer = Map.of(
                "VCU", new Installed("VCU", "VCU-H1", "S", "2027.01", "", 60),
                "BMS", new Installed("BMS", "BMS-H1", "S", "2026.40", "", 40));

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() -> verifier.vehicle(bundle, newer))
                .satisfies(failure -> assertThat(failure.attack()).isEqualTo("rollback"));
    }

    @Test
    void v26AnotherHardwareIsRefused() throws UpdateFailure {
        Bundle bundle = verify(bench.director(), bench.images());

        assertThatExceptionOfType(UpdateFailure.class)
                .isThrownBy(() ->
                        verifier.vehicle(bundle, Map.of("VCU", new Installed("VCU", "VCU-H2", "S", "2026.40", "", 40))))
                .satisfies(failure -> assertThat(failure.attack()).isEqualTo("wrong-hardware"));
    }

    @Test
    void c6AControlUnitThatIsNotThereIsRefused() throws UpdateFailure {
        Bundle bundle = verify(bench.director(), bench.images());

        assertThatExceptionOfType(UpdateFailure.class).isThrownBy(() -> verifier.vehicle(bundle, Map.of()));
    }

    @Test
    void i1AFlippedBitIsFoundWhereverItIs() throws UpdateFailure {
        Target target = verify(bench.director(), bench.images()).targets().getFirst();
        byte[] file = bench.cloud.files.get(target.filename());
        verifier.image(target, file);
        for (int at : new int[] {0, file.length / 2, file.length - 1}) {
            byte[] flipped = file.clone();
            flipped[at] ^= 1;
            assertThatExceptionOfType(UpdateFailure.class).isThrownBy(() -> verifier.image(target, flipped));
        }
    }

    @Test
    void i2ATruncatedFileIsRefused() throws UpdateFailure {
        Target target = verify(bench.director(), bench.images()).targets().getFirst();

        assertThatExceptionOfType(UpdateFailure.class).isThrownBy(() -> verifier.image(target, new byte[10]));
    }
}

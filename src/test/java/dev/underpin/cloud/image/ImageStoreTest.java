package dev.underpin.cloud.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.trust.Sha256;
import dev.underpin.mistake.UserMistake;
import dev.underpin.signature.Ed25519;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class ImageStoreTest {
    private static final DevelopmentKeys KEYS = DevelopmentKeys.standard();
    private static final ImageSpec VCU =
            new ImageSpec("VCU", "VCU-H1", "2026.47", 47, 64 * 1024, Optional.empty(), List.of());

    @TempDir
    Path folder;

    @Test
    void aGeneratedImageHasExactlyTheSizeThatItsDescriptionAsksFor() {
        assertThat(store().image(VCU).length()).isEqualTo(64 * 1024);
    }

    @Test
    void theHeaderDescribesThePayload() {
        StoredImage image = store().image(VCU);
        ObjectNode header = ImageFile.header(StoredImage.map(image.path())).orElseThrow();
        int headerLength = ByteBuffer.wrap(image.read(4, 2)).getShort();
        assertThat(header.path("ecu").asString()).isEqualTo("VCU");
        assertThat(header.path("hardware").asString()).isEqualTo("VCU-H1");
        assertThat(header.path("version").asString()).isEqualTo("2026.47");
        assertThat(header.path("releaseCounter").asLong()).isEqualTo(47);
        assertThat(6 + headerLength + header.path("length").asLong() + 64).isEqualTo(image.length());
    }

    @Test
    void theSignatureCoversEverythingBeforeIt() throws Exception {
        byte[] file = store().image(VCU).bytes();
        byte[] digest = Sha256.digest().digest(Arrays.copyOf(file, file.length - 64));
        byte[] signature = Arrays.copyOfRange(file, file.length - 64, file.length);
        assertThat(Ed25519.verifies(KEYS.imageSigner().getPublic(), digest, signature))
                .isTrue();
        digest[0] ^= 1;
        assertThat(Ed25519.verifies(KEYS.imageSigner().getPublic(), digest, signature))
                .isFalse();
    }

    @Test
    void theSameDescriptionGivesTheSameBytesInAnotherFolder(@TempDir Path other) {
        assertThat(store().image(VCU).bytes())
                .isEqualTo(new ImageStore(other, KEYS).image(VCU).bytes());
    }

    @Test
    void aCachedImageIsUsedAgain() throws IOException {
        Path path = store().image(VCU).path();
        Object key = Files.readAttributes(path, "unix:ino").get("ino");
        store().image(VCU);
        assertThat(Files.readAttributes(path, "unix:ino").get("ino")).isEqualTo(key);
    }

    @Test
    void aDamagedCachedImageIsMadeAnew() throws IOException {
        StoredImage good = store().image(VCU);
        byte[] damaged = good.bytes();
        damaged[1000] ^= 1;
        Files.delete(good.path());
        Files.write(good.path(), damaged);
        assertThat(store().image(VCU).sha256()).isEqualTo(good.sha256());
        assertThat(Sha256.hex(Files.readAllBytes(good.path()))).isEqualTo(good.sha256());
    }

    @Test
    void manyMakersAtOnceLeaveOneWholeFile() throws Exception {
        try (ExecutorService makers = Executors.newFixedThreadPool(4)) {
            List<Future<String>> hashes = IntStream.range(0, 8)
                    .mapToObj(i -> makers.submit(() -> store().image(VCU).sha256()))
                    .toList();
            for (Future<String> hash : hashes) {
                assertThat(hash.get()).isEqualTo(store().image(VCU).sha256());
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void eachReleaseHasItsOwnDependenciesThoughTheyShareAFile() {
        ImageStore store = store();
        ImageSpec withInverter = new ImageSpec(
                VCU.ecu(), VCU.hardware(), VCU.version(), VCU.releaseCounter(), VCU.size(), VCU.file(), List.of("INV"));
        StoredImage first = store.image(withInverter);
        StoredImage second = store.image(VCU);
        assertThat(second.path()).isEqualTo(first.path());
        assertThat(first.spec().dependsOn()).containsExactly("INV");
        assertThat(second.spec().dependsOn()).isEmpty();
    }

    @Test
    void aReadyFileIsTakenWhenItIsForThatEcu() {
        StoredImage made = store().image(VCU);
        ImageSpec ready = withFile(VCU, made.path());
        assertThat(store().image(ready).sha256()).isEqualTo(made.sha256());
    }

    @Test
    void aReadyFileOfAnotherEcuIsAMistakeOfTheUser() {
        Path vcu = store().image(VCU).path();
        ImageSpec bms = new ImageSpec("BMS", "VCU-H1", "2026.47", 47, 0, Optional.of(vcu), List.of());
        assertThatThrownBy(() -> store().image(bms))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("header field ecu: expected BMS, found VCU");
    }

    @Test
    void aFileThatIsNoImageIsAMistakeOfTheUser() throws IOException {
        Path text = Files.writeString(folder.resolve("readme.txt"), "not an image".repeat(20));
        assertThatThrownBy(() -> store().image(withFile(VCU, text)))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("expected an image file (UPI1)");
    }

    private ImageStore store() {
        return new ImageStore(folder, KEYS);
    }

    private static ImageSpec withFile(ImageSpec spec, Path file) {
        return new ImageSpec(
                spec.ecu(), spec.hardware(), spec.version(), spec.releaseCounter(), 0, Optional.of(file), List.of());
    }
}

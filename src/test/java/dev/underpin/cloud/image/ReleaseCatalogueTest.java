package dev.underpin.cloud.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseCatalogueTest {
    private static final Path RIGS = Path.of("rigs", "releases.yaml");

    @TempDir
    Path folder;

    @Test
    void theCatalogueOfTheRigsHoldsTheReleasesThatScenariosName() {
        ReleaseCatalogue catalogue = ReleaseCatalogue.read(RIGS);
        assertThat(catalogue.releases()).containsKeys("full", "infotainment", "navigation", "drive", "inverter");
        assertThat(catalogue.base().images())
                .extracting(ImageSpec::ecu)
                .containsExactlyInAnyOrder("BMS", "INV", "VCU", "IVI", "NAV");
        assertThat(catalogue.release("full").images()).hasSize(5);
    }

    @Test
    void everyReleaseFitsTheHardwareOfTheBaseAndOnlyTheOneMeantToBeOlderLowersTheCounter() {
        ReleaseCatalogue catalogue = ReleaseCatalogue.read(RIGS);
        catalogue
                .releases()
                .values()
                .forEach(release -> release.images().forEach(image -> {
                    ImageSpec factory = catalogue.base().image(image.ecu()).orElseThrow();
                    assertThat(image.hardware()).isEqualTo(factory.hardware());
                    assertThat(image.releaseCounter() < factory.releaseCounter())
                            .as(release.toString())
                            .isEqualTo(release.equals(catalogue.releases().get("older")));
                }));
    }

    @Test
    void smallImagesAreOfferedInTheSameReleases() {
        ReleaseCatalogue small = ReleaseCatalogue.read(RIGS.resolveSibling("releases-small.yaml"));

        assertThat(images(small)).isEqualTo(images(ReleaseCatalogue.read(RIGS)));
        assertThat(small.diagnosticsMinimum())
                .isEqualTo(ReleaseCatalogue.read(RIGS).diagnosticsMinimum());
    }

    /** Of each release each image in words, but for its size. */
    private static Map<String, List<String>> images(ReleaseCatalogue catalogue) {
        return catalogue.releases().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        release -> release.getValue().images().stream()
                                .map(image ->
                                        "%s %s %d".formatted(image.ecu(), image.version(), image.releaseCounter()))
                                .toList()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version: "2026.47"       | version: 2026.47          | field releases.next.version
            size: 64 KiB             | size: 64 kB               | field releases.next.images.0.size
            releaseCounter: 47       | releaseCounter: -1        | field releases.next.images.0.releaseCounter
            size: 64 KiB             | file: missing.upi         | field releases.next.images.0.file: expected an existing image file, found 'missing.upi'
            dependsOn: []            | dependsOn: [BMS]          | field releases.next.images.0.dependsOn
            base: next               | base: other               | field base: expected one of [next], found 'other'
            title: Next              | titel: Next               | field releases.next.title: expected the field to be there
            """)
    void aMistakeIsToldWithFileAndField(String right, String wrong, String told) throws IOException {
        Path file = folder.resolve("releases.yaml");
        Files.writeString(file, GOOD.replace(right, wrong));
        assertThatThrownBy(() -> ReleaseCatalogue.read(file))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("releases.yaml")
                .hasMessageContaining("expected")
                .hasMessageContaining("found")
                .hasMessageContaining(told);
    }

    @Test
    void anUnknownReleaseIsAMistakeThatNamesTheKnownOnes() {
        assertThatThrownBy(() -> ReleaseCatalogue.read(RIGS).release("fuel"))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("full")
                .hasMessageContaining("'fuel'");
    }

    private static final String GOOD = """
            base: next
            releases:
              next:
                version: "2026.47"
                title: Next
                purpose: Better
                criticality: recommended
                images:
                  - ecu: VCU
                    hardware: VCU-H1
                    version: "2026.46"
                    releaseCounter: 47
                    size: 64 KiB
                    dependsOn: []
            """;
}

package dev.underpin.vehicle.ecu.flash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.VirtualScheduler;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReaderTest {
    private static final int SECTOR = 4096;

    private final SignedImages maker = new SignedImages(1);
    private final byte[] image = maker.image("VCU", "2026.47", 47, 10_000);
    private final VirtualScheduler scheduler = new VirtualScheduler();

    @Test
    void aWholeImageIsGenuineAndItsHashIsThatOfTheFile() throws Exception {
        Inspection inspection = inspect(image);
        assertThat(inspection.genuine()).isTrue();
        assertThat(inspection.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(image)));
        assertThat(inspection.header()).contains(new ImageHeader("VCU", "VCU-H1", "2026.47", 47, 10_000, "test"));
        assertThat(inspection.runsOn("VCU", "VCU-H1")).isTrue();
        assertThat(inspection.runsOn("BMS", "VCU-H1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 20, 5_000, -65, -1})
    void oneFlippedBitAnywhereIsFound(int at) {
        byte[] broken = image.clone();
        broken[at < 0 ? broken.length + at : at] ^= 0x10;
        assertThat(inspect(broken).genuine()).isFalse();
    }

    @Test
    void aTruncatedImageIsNotGenuine() {
        assertThat(inspect(Arrays.copyOf(image, image.length - 100)).genuine()).isFalse();
    }

    @Test
    void anotherMakersImageIsNotGenuine() {
        byte[] foreign = new SignedImages(2).image("VCU", "2026.47", 47, 10_000);
        assertThat(inspect(foreign).problem()).isEqualTo("signature does not match");
    }

    @Test
    void aHeaderThatClaimsMoreThanTheMemoryHoldsIsRefusedUnread() {
        byte[] greedy = maker.image("VCU", "VCU-H1", "1", 1, 8 * SECTOR);
        byte[] cut = Arrays.copyOf(greedy, 3 * SECTOR);
        assertThat(inspect(cut).problem()).isEqualTo("longer than the memory");
    }

    @Test
    void erasedCellsHoldNoImage() {
        assertThat(inspect(new byte[0]).problem()).isEqualTo("no image");
    }

    @Test
    void whatWasFoundIsForgottenWithTheNextOperation() {
        Flash flash = new SectorFlash(scheduler, FlashTiming.NOR, 4 * SECTOR, SECTOR, new Firmware(image));
        ImageReader reader = new ImageReader(flash, maker.publicKey());
        assertThat(reader.inspect()).isSameAs(reader.inspect());
        flash.erase(1, outcome -> {});
        while (scheduler.step()) {}
        assertThat(reader.inspect().genuine()).isFalse();
    }

    private Inspection inspect(byte[] contents) {
        Flash flash = new SectorFlash(scheduler, FlashTiming.NOR, 4 * SECTOR, SECTOR, new Firmware(contents));
        return new ImageReader(flash, maker.publicKey()).inspect();
    }
}

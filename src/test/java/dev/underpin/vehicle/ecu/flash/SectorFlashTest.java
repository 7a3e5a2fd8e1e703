package dev.underpin.vehicle.ecu.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.time.Nanos;
import dev.underpin.time.VirtualScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectorFlashTest {
    private static final int SECTOR = 1024;
    private static final int SIZE = 4 * SECTOR;

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final byte[] factory = pattern(SECTOR + 10);
    private final Flash flash = new SectorFlash(scheduler, FlashTiming.NOR, SIZE, SECTOR, new Firmware(factory));
    private final List<FlashOutcome> outcomes = new ArrayList<>();

    @Test
    void cellsBehindTheFirmwareAreErased() {
        assertThat(read(SECTOR + 8, 4))
                .containsExactly(factory[SECTOR + 8], factory[SECTOR + 9], (byte) 0xff, (byte) 0xff);
        assertThat(read(3 * SECTOR, 2)).containsExactly((byte) 0xff, (byte) 0xff);
        assertThat(flash.generation()).isZero();
    }

    @Test
    void erasingASectorTakesItsTimeAndLeavesTheOthers() {
        flash.erase(0, outcomes::add);
        scheduler.runUntil(130 * Nanos.MILLISECOND - 1);
        assertThat(outcomes).isEmpty();
        scheduler.step();
        assertThat(outcomes).containsExactly(FlashOutcome.DONE);
        assertThat(read(0, SECTOR)).containsOnly((byte) 0xff);
        assertThat(read(SECTOR, 2)).containsExactly(factory[SECTOR], factory[SECTOR + 1]);
        assertThat(factory).isEqualTo(pattern(SECTOR + 10));
    }

    @Test
    void programmingErasedCellsStoresTheDataAcrossSectors() {
        byte[] data = pattern(1500);
        flash.program(2 * SECTOR, data, outcomes::add);
        drain();
        assertThat(outcomes).containsExactly(FlashOutcome.DONE);
        assertThat(read(2 * SECTOR, 1500)).isEqualTo(data);
    }

    @Test
    void programmingCellsThatAreNotErasedFailsAndLeavesTheAndOfBoth() {
        flash.program(3 * SECTOR, new byte[] {0b0101}, outcomes::add);
        drain();
        flash.program(3 * SECTOR, new byte[] {0b0110}, outcomes::add);
        drain();
        assertThat(outcomes).containsExactly(FlashOutcome.DONE, FlashOutcome.NOT_ERASED);
        assertThat(read(3 * SECTOR, 1)).containsExactly((byte) 0b0100);
    }

    @Test
    void programmingTheSameDataAgainIsNoFailure() {
        flash.program(3 * SECTOR, new byte[] {5}, outcomes::add);
        drain();
        flash.program(3 * SECTOR, new byte[] {5}, outcomes::add);
        drain();
        assertThat(outcomes).containsOnly(FlashOutcome.DONE);
    }

    @Test
    void anOperationThatIsHaltedHalfwayChangesHalfOfItsCellsAndIsNeverAnswered() {
        byte[] data = new byte[SECTOR];
        flash.program(3 * SECTOR, data, outcomes::add);
        scheduler.runUntil(Nanos.MILLISECOND / 2);
        flash.halt();
        drain();
        assertThat(outcomes).isEmpty();
        assertThat(read(3 * SECTOR, SECTOR / 2)).containsOnly((byte) 0);
        assertThat(read(3 * SECTOR + SECTOR / 2, SECTOR / 2)).containsOnly((byte) 0xff);
    }

    @Test
    void oneOperationRunsAtATime() {
        flash.erase(0, outcomes::add);
        assertThatThrownBy(() -> flash.erase(1, outcomes::add)).hasMessageContaining("busy");
    }

    @Test
    void eachOperationMakesANewGeneration() {
        flash.erase(0, outcomes::add);
        long begun = flash.generation();
        drain();
        assertThat(begun).isPositive();
        assertThat(flash.generation()).isGreaterThan(begun);
    }

    @Test
    void noTechnologyWritesSlowerThanItsLinkDelivers() {
        double norBytesPerSecond = 1024 / Nanos.toSeconds(FlashTiming.NOR.programKibibyte());
        double emmcBytesPerSecond = 1024 / Nanos.toSeconds(FlashTiming.EMMC.programKibibyte());
        assertThat(norBytesPerSecond).isGreaterThan(176_000);
        assertThat(emmcBytesPerSecond).isGreaterThan(12_500_000);
    }

    private byte[] read(int address, int length) {
        byte[] bytes = new byte[length];
        flash.read(address, bytes, 0, length);
        return bytes;
    }

    private void drain() {
        while (scheduler.step()) {}
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        return bytes;
    }
}

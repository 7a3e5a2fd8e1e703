package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.ecu.BootListener.Boot;
import dev.underpin.vehicle.ecu.flash.Flash;
import dev.underpin.vehicle.ecu.flash.FlashAround;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** V12, W1 to W5: the supply is cut in each operation on the flash, from the first erase to the confirmation and the way back. */
class PowerCutTest {
    private static final long[] LATER = {0, 8 * Nanos.MICROSECOND, Nanos.MILLISECOND, 65 * Nanos.MILLISECOND};

    private int operations;
    private int cutAt = Integer.MAX_VALUE;
    private long cutAfter;
    private EcuBench bench = new EcuBench("BMS");

    @ParameterizedTest
    @MethodSource("cutsOfTwoSlots")
    void twoSlotsAlwaysBootAWholeImage(int operation, long after) {
        start("BMS", operation, after);
        updateAndConfirm();
        comesBack();
        assertThat(bench.lastBoot().from()).isEqualTo("application");
        assertThat(bench.lastBoot().complete()).isTrue();
        assertThat(bench.lastBoot().version()).isIn("2026.40", "2026.47");
        theNextAttemptSucceeds();
    }

    @ParameterizedTest
    @MethodSource("cutsOfOneBank")
    void aSingleBankBootsAWholeImageOrStaysInItsBootLoader(int operation, long after) {
        start("INV", operation, after);
        updateAndConfirm();
        comesBack();
        Boot boot = bench.lastBoot();
        assertThat(boot.from().equals("bootloader") || boot.complete()).isTrue();
        assertThat(bench.ask("22F180")).startsWith("62F180");
        theNextAttemptSucceeds();
    }

    @ParameterizedTest
    @MethodSource("cutsOfTheWayBack")
    void theWayBackFromAnUnconfirmedImageFinishesAfterACut(int operation, long after) {
        start("BMS", Integer.MAX_VALUE, 0);
        new FlashTester(bench).flash(bench.image("2026.47", 47));
        assertThat(bench.lastBoot().version()).isEqualTo("2026.47");
        cutAt = operations + operation;
        cutAfter = after;
        bench.ask("1101");
        bench.run(1000);
        comesBack();
        assertThat(bench.lastBoot().version()).isEqualTo("2026.40");
        assertThat(bench.lastBoot().complete()).isTrue();
    }

    @Test
    void cutsInARowDuringTheTrialBootEndWithTheOldImage() {
        start("BMS", Integer.MAX_VALUE, 0);
        FlashTester tester = new FlashTester(bench);
        assertThat(tester.write(bench.image("2026.47", 47)) && tester.validate() && tester.activate())
                .isTrue();
        for (int i = 0; i < 5; i++) {
            bench.off();
            bench.on();
        }
        assertThat(bench.boots)
                .extracting(Boot::version)
                .endsWith("2026.47", "2026.40", "2026.40", "2026.40", "2026.40");
    }

    static Stream<Object[]> cutsOfTwoSlots() {
        return cuts(operationsOf("BMS"));
    }

    static Stream<Object[]> cutsOfOneBank() {
        return cuts(operationsOf("INV"));
    }

    static Stream<Object[]> cutsOfTheWayBack() {
        return cuts(1);
    }

    private static int operationsOf(String ecu) {
        PowerCutTest rehearsal = new PowerCutTest();
        rehearsal.start(ecu, Integer.MAX_VALUE, 0);
        rehearsal.updateAndConfirm();
        assertThat(rehearsal.bench.lastBoot().version()).isEqualTo("2026.47");
        return rehearsal.operations;
    }

    private static Stream<Object[]> cuts(int operations) {
        assertThat(operations).isPositive();
        return IntStream.rangeClosed(1, operations)
                .boxed()
                .flatMap(operation ->
                        IntStream.range(0, LATER.length).mapToObj(i -> new Object[] {operation, LATER[i]}));
    }

    private void start(String ecu, int operation, long after) {
        cutAt = operation;
        cutAfter = after;
        bench = new EcuBench(ecu, (slot, flash) -> new CuttingFlash(flash), application -> {});
        bench.on();
    }

    private void updateAndConfirm() {
        FlashTester tester = new FlashTester(bench);
        if (tester.flash(bench.image("2026.47", 47))) {
            tester.routine("F012");
        }
    }

    private void comesBack() {
        bench.supply.feed(0);
        bench.run(1000);
        bench.on();
    }

    private void theNextAttemptSucceeds() {
        FlashTester tester = new FlashTester(bench);
        tester.routine("F012");
        assertThat(tester.flash(bench.image("2026.48", 48))).isTrue();
        assertThat(tester.routine("F012")).isEqualTo("7101F01200");
        comesBack();
        assertThat(bench.lastBoot().version()).isEqualTo("2026.48");
    }

    /** Counts operations, and cuts the supply a while after the chosen one began. */
    private final class CuttingFlash implements FlashAround {
        private final Flash flash;

        CuttingFlash(Flash flash) {
            this.flash = flash;
        }

        @Override
        public Flash flash() {
            return flash;
        }

        @Override
        public void erase(int sector, Consumer<FlashOutcome> ended) {
            flash.erase(sector, ended);
            count();
        }

        @Override
        public void program(int address, byte[] data, Consumer<FlashOutcome> ended) {
            flash.program(address, data, ended);
            count();
        }

        private void count() {
            operations++;
            if (operations == cutAt) {
                bench.scheduler.after(cutAfter, () -> bench.supply.feed(0));
            }
        }
    }
}

package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.uds.Nrc;
import dev.underpin.vehicle.ecu.Application.Intrusion;
import dev.underpin.vehicle.ecu.BootListener.Boot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** V14, V27, V33, V36, V37, V38: what stands between a tester and the cells, each gate with its response code. */
class FlashGateTest {
    private static final String FINGERPRINT = "2EF15A00112233445566778899AABBCCDDEEFF";

    @ParameterizedTest
    @CsvSource({
        "1003,      3101FF00, 7F3131, erase outside the programming session",
        "1003,      34004400000000000011EE, 7F347F, download outside the programming session",
        "1003 1002, 3101FF00, 7F3133, erase while locked",
        "1003 1002, 34004400000000000011EE, 7F3433, download while locked",
        "1003 1002, 31010202, 7F3133, check while locked",
        "1003 1002, 2EF15A00112233445566778899AABBCCDDEEFF, 7F2E33, fingerprint while locked",
        "1003,      3101F011, 7F3133, activation while locked",
        "1003,      3101F013, 7F3133, way back from a confirmed image while locked",
        "'',        1002,     7F107E, programming straight from the default session",
        "1003,      2EF1950000, 7F2E31, version written",
        "1003,      2EF18900, 7F2E31, version number written",
        "1003 1002, 3601AA, 7F3624, data without a download",
        "1003 1002, 37, 7F3724, exit without a download",
    })
    void outsideSessionAndLockThereIsNoWay(String before, String request, String refusal, String what) {
        EcuBench bench = new EcuBench("BMS").on();
        Arrays.stream(before.split(" ", -1)).filter(step -> !step.isEmpty()).forEach(bench::ask);
        assertThat(bench.ask(request)).as(what).isEqualTo(refusal);
        assertThat(bench.flashed).isEmpty();
    }

    @Test
    void threeWrongKeysCloseTheLockForItsDelayAlsoAcrossAReset() {
        EcuBench bench = new EcuBench("BMS").on();
        bench.ask("1003");
        List<String> refusals = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            bench.ask("2701");
            refusals.add(bench.ask("2702" + "00".repeat(16)));
        }
        refusals.add(bench.ask("2701"));
        bench.off();
        bench.on();
        bench.ask("1003");
        refusals.add(bench.ask("2701"));
        assertThat(refusals).containsExactly("7F2735", "7F2735", "7F2736", "7F2737", "7F2737");
        bench.run(10_000);
        bench.ask("1003");
        assertThat(new FlashTester(bench).unlock()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "3101FF00, 7F3124, erase before the fingerprint",
        "34004400000000000011EE, 7F3470, download before the erase",
        "340044000000007FFFFFFF, 7F3431, download beyond the slot",
        "31010202, 7F3124, check before the transfer",
        "3101FF01, 7F3124, dependencies before the check",
        "3101F011, 7F3122, activation of nothing",
    })
    void stepsOutOfOrderAreRefused(String request, String refusal, String what) {
        EcuBench bench = unlocked("BMS");
        assertThat(bench.ask(request)).as(what).isEqualTo(refusal);
        assertThat(bench.flashed).isEmpty();
    }

    @Test
    void aRangeOfTheEraseHasToLieInTheSlot() {
        EcuBench bench = unlocked("BMS");
        bench.ask(FINGERPRINT);
        assertThat(bench.ask("3101FF00 00000000 00020001")).isEqualTo("7F3131");
        assertThat(bench.ask("3101FF00 0000")).isEqualTo("7F3113");
        assertThat(bench.ask("3101FF00 00000000 00010000")).isEqualTo("7101FF0000");
        assertThat(bench.flashed).containsExactly("MARK A", "ERASE B");
        assertThat(bench.ask("340044 00000000 00010001")).isEqualTo("7F3470");
    }

    @Test
    void blocksOutOfOrderAndBeyondTheSizeAreRefusedAndARepeatIsWrittenOnce() {
        EcuBench bench = erased("BMS");
        bench.ask("340044 00000000 00000004");
        assertThat(bench.ask("3602AABB")).isEqualTo("7F3673");
        assertThat(bench.ask("3601AABB")).isEqualTo("7601");
        assertThat(bench.ask("3601AABB")).isEqualTo("7601");
        assertThat(bench.ask("3602AABBCC")).isEqualTo("7F3671");
        assertThat(bench.ask("37")).isEqualTo("7F3724");
        assertThat(bench.ask("3602CCDD")).isEqualTo("7602");
        assertThat(bench.ask("37")).isEqualTo("77");
        assertThat(bench.flashed).endsWith("PROGRAM B", "PROGRAM B").hasSize(5);
    }

    @Test
    void cellsThatAreNotErasedFailTheProgramming() {
        EcuBench bench = erased("BMS");
        bench.ask("340044 00000000 00000002");
        bench.ask("36010000");
        bench.ask("37");
        bench.ask("340044 00000000 00000002");
        assertThat(bench.ask("3601FFFF")).isEqualTo("7F3672");
    }

    @ParameterizedTest
    @CsvSource({"8.9, 93", "16.1, 92"})
    void aSupplyOutOfRangeStopsEveryStepThatChangesCells(double volts, String nrc) {
        EcuBench bench = erased("BMS");
        bench.ask("340044 00000000 00000004");
        bench.supply.feed(volts);
        assertThat(bench.ask("3601AABB")).isEqualTo("7F36" + nrc);
        assertThat(bench.ask("3101F010")).isEqualTo("7101F010" + nrc);
        assertThat(bench.ask("1001")).startsWith("5001");
        bench.ask("1003");
        assertThat(bench.ask("1002")).isEqualTo("7F10" + nrc);
        bench.supply.feed(13.5);
        assertThat(bench.ask("1002")).startsWith("5002");
    }

    @Test
    void theSupplySinkingDuringTheEraseStopsItBeforeTheNextSector() {
        EcuBench bench = unlocked("BMS");
        bench.ask(FINGERPRINT);
        bench.scheduler.after(100_000_000, () -> bench.supply.feed(8.5));
        assertThat(bench.ask("3101FF00")).isEqualTo("7F3193");
        assertThat(bench.flashed).containsExactly("MARK A", "ERASE B");
    }

    @Test
    void theVehicleMayForbidProgramming() {
        EcuBench bench = new EcuBench("BMS").on();
        bench.application.vetoes.put(Intrusion.PROGRAMMING, Nrc.SPEED_TOO_HIGH);
        bench.ask("1003");
        assertThat(bench.ask("3101F010")).isEqualTo("7101F01088");
        assertThat(bench.ask("1002")).isEqualTo("7F1088");
        bench.application.vetoes.clear();
        new FlashTester(bench).enter();
        new FlashTester(bench).unlock();
        bench.ask(FINGERPRINT);
        bench.application.vetoes.put(Intrusion.PROGRAMMING, Nrc.CONDITIONS_NOT_CORRECT);
        assertThat(bench.ask("3101FF00")).isEqualTo("7F3122");
        assertThat(bench.flashed).isEmpty();
    }

    @Test
    void aControlUnitWithoutFlashHasNoProgrammingSession() {
        EcuBench bench = new EcuBench("GW").on();
        bench.ask("1003");
        assertThat(bench.ask("1002")).isEqualTo("7F1012");
        assertThat(bench.ask("34004400000000000011EE")).isEqualTo("7F3411");
        assertThat(bench.ask("22F1A0")).isEqualTo("7F2231");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BMS", "INV"})
    void anImageThatIsNotForThisControlUnitNeverStarts(String ecu) {
        EcuBench bench = new EcuBench(ecu).on();
        byte[] broken = bench.image("2026.47", 47);
        broken[broken.length / 2] ^= 1;
        assertVerdict(bench, broken, "01");
        assertVerdict(bench, Arrays.copyOf(bench.image("2026.47", 47), 60_000), "01");
        assertVerdict(bench, EcuBench.MAKER.image("VCU", "2026.47", 47, EcuBench.PAYLOAD), "02");
        assertVerdict(bench, EcuBench.MAKER.image(ecu, ecu + "-H2", "2026.47", 47, EcuBench.PAYLOAD), "03");
        assertVerdict(bench, bench.image("2026.39", 39), "04");
        assertThat(new FlashTester(bench).flash(bench.image("2026.47", 47))).isTrue();
        assertThat(bench.lastBoot().version()).isEqualTo("2026.47");
    }

    @Test
    void theFloorOfReleasesRisesWithTheConfirmationAndStaysAfterTheWayBack() {
        EcuBench bench = new EcuBench("BMS").on();
        FlashTester tester = new FlashTester(bench);
        tester.flash(bench.image("2026.47", 47));
        assertThat(tester.routine("F012")).isEqualTo("7101F01200");
        assertThat(tester.routine("F013")).isEqualTo("7101F01300");
        tester.reset();
        assertThat(bench.lastBoot().version()).isEqualTo("2026.40");
        assertVerdict(bench, bench.image("2026.46", 46), "04");
        assertThat(tester.flash(bench.image("2026.47", 47))).isTrue();
    }

    @Test
    void theSameReleaseMayBeWrittenAgain() {
        EcuBench bench = new EcuBench("BMS").on();
        assertThat(new FlashTester(bench).flash(bench.image("2026.40", 40))).isTrue();
        assertThat(bench.lastBoot().slot()).isEqualTo("B");
    }

    @Test
    void theOtherSlotIsNotErasedWhileItIsTheWayBack() {
        EcuBench bench = new EcuBench("BMS").on();
        FlashTester tester = new FlashTester(bench);
        tester.flash(bench.image("2026.47", 47));
        tester.enter();
        tester.unlock();
        tester.fingerprint();
        assertThat(bench.ask("3101FF00")).isEqualTo("7F3122");
    }

    @Test
    void anUnconfirmedImageGivesWayToTheOldOneAtTheNextReset() {
        EcuBench bench = new EcuBench("BMS").on();
        FlashTester tester = new FlashTester(bench);
        tester.flash(bench.image("2026.47", 47));
        bench.off();
        bench.on();
        assertThat(bench.boots).extracting(Boot::slot).containsExactly("A", "B", "A");
        assertThat(bench.ask("22F195")).isEqualTo("62F195" + hex("2026.40         "));
    }

    @Test
    void aConfirmedImageStays() {
        EcuBench bench = new EcuBench("BMS").on();
        FlashTester tester = new FlashTester(bench);
        tester.flash(bench.image("2026.47", 47));
        assertThat(tester.routine("F012")).isEqualTo("7101F01200");
        bench.off();
        bench.on();
        assertThat(bench.boots).extracting(Boot::version).containsExactly("2026.40", "2026.47", "2026.47");
    }

    @Test
    void goingBackTwiceIsNoMoreThanGoingBackOnce() {
        EcuBench bench = new EcuBench("BMS").on();
        FlashTester tester = new FlashTester(bench);
        tester.flash(bench.image("2026.47", 47));
        assertThat(tester.routine("F013")).isEqualTo("7101F01300");
        assertThat(tester.routine("F013")).isEqualTo("7101F01300");
        tester.reset();
        assertThat(bench.lastBoot().version()).isEqualTo("2026.40");
    }

    @Test
    void anUnconfirmedImageCanBeTakenBackAlsoWhileLockedAsAnyResetWould() {
        EcuBench bench = new EcuBench("BMS").on();
        new FlashTester(bench).flash(bench.image("2026.47", 47));
        bench.ask("1003");
        assertThat(bench.ask("3101F013")).isEqualTo("7101F01300");
        assertThat(bench.ask("3101F013")).isEqualTo("7101F01300");
    }

    @Test
    void anActivationCanBeTakenBackBeforeTheReset() {
        EcuBench bench = new EcuBench("BMS").on();
        FlashTester tester = new FlashTester(bench);
        assertThat(tester.write(bench.image("2026.47", 47)) && tester.validate() && tester.activate())
                .isTrue();
        assertThat(bench.ask("3101F012")).isEqualTo("7F3124");
        assertThat(bench.ask("3101F013")).isEqualTo("7101F01300");
        tester.reset();
        assertThat(bench.lastBoot().version()).isEqualTo("2026.40");
    }

    @Test
    void theValidFlagComesLastSoThatAnUncheckedImageNeverStarts() {
        EcuBench bench = new EcuBench("INV").on();
        FlashTester tester = new FlashTester(bench);
        assertThat(tester.write(bench.image("2026.47", 47))).isTrue();
        tester.reset();
        assertThat(bench.lastBoot().from()).isEqualTo("bootloader");
        assertThat(bench.lastBoot().complete()).isTrue();
        assertThat(bench.ecu.state()).isEqualTo(EcuState.BOOTLOADER);
    }

    @Test
    void aSingleBankHasNoWayBack() {
        EcuBench bench = new EcuBench("INV").on();
        FlashTester tester = new FlashTester(bench);
        tester.flash(bench.image("2026.47", 47));
        assertThat(tester.routine("F013")).isEqualTo("7F3122");
        assertThat(tester.routine("F012")).isEqualTo("7101F01200");
    }

    @Test
    void leavingTheProgrammingSessionStartsOver() {
        EcuBench bench = unlocked("BMS");
        bench.ask(FINGERPRINT);
        bench.ask("1001");
        FlashTester tester = new FlashTester(bench);
        tester.enter();
        tester.unlock();
        assertThat(bench.ask("3101FF00")).isEqualTo("7F3124");
    }

    @Test
    void theHashAndReleaseCounterReadBackAreThoseOfTheRunningImage() throws Exception {
        EcuBench bench = new EcuBench("BMS").on();
        byte[] image = bench.image("2026.47", 47);
        new FlashTester(bench).flash(image);
        byte[] sha = java.security.MessageDigest.getInstance("SHA-256").digest(image);
        String hash = java.util.HexFormat.of().withUpperCase().formatHex(sha);
        assertThat(bench.ask("22F1A0")).isEqualTo("62F1A0" + hash);
        assertThat(bench.ask("22F1A1")).isEqualTo("62F1A10000002F");
        assertThat(bench.lastBoot().sha256()).isEqualToIgnoringCase(hash);
        assertThat(bench.ask("22F15A")).isEqualTo("62F15A54455354455200000000000000000000");
    }

    private static void assertVerdict(EcuBench bench, byte[] image, String code) {
        FlashTester tester = new FlashTester(bench);
        assertThat(tester.write(image)).isTrue();
        assertThat(bench.ask("31010202")).isEqualTo("71010202" + code);
        assertThat(bench.ask("3101FF01")).isEqualTo("7F3124");
        assertThat(bench.ask("3101F011")).isEqualTo("7F3122");
        tester.reset();
        assertThat(Objects.equals(bench.lastBoot().from(), "bootloader")
                        || bench.lastBoot().version().equals("2026.40"))
                .isTrue();
    }

    private static EcuBench unlocked(String ecu) {
        EcuBench bench = new EcuBench(ecu).on();
        FlashTester tester = new FlashTester(bench);
        assertThat(tester.enter() && tester.unlock()).isTrue();
        return bench;
    }

    private static EcuBench erased(String ecu) {
        EcuBench bench = unlocked(ecu);
        FlashTester tester = new FlashTester(bench);
        assertThat(tester.fingerprint() && tester.erase()).isTrue();
        return bench;
    }

    private static String hex(String text) {
        return java.util.HexFormat.of()
                .withUpperCase()
                .formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}

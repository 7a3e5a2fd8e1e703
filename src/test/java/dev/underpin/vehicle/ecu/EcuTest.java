package dev.underpin.vehicle.ecu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.can.CanFrame;
import dev.underpin.time.Nanos;
import dev.underpin.uds.Nrc;
import dev.underpin.vehicle.ecu.Application.Intrusion;
import dev.underpin.vehicle.ecu.table.SnapshotLayout;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcuTest {
    private static final CanFrame FRAME = CanFrame.classic(0x123, (byte) 1);

    @Test
    void itBootsWithItsSupplyAndIsSilentForItsBootTime() {
        EcuBench bench = new EcuBench("BMS");
        bench.supply.feed(13.5);
        assertThat(bench.ecu.state()).isEqualTo(EcuState.BOOTING);
        bench.tester.tell(new byte[] {0x3E, 0}, false);
        bench.run(bench.spec.bootMillis() - 1);
        assertThat(bench.tester.responses).isEmpty();
        bench.run(2);
        assertThat(bench.ecu.state()).isEqualTo(EcuState.APPLICATION);
        assertThat(bench.ask("3E00")).isEqualTo("7E00");
        assertThat(bench.boots)
                .singleElement()
                .satisfies(boot -> assertThat(boot.slot() + " " + boot.version() + " " + boot.complete())
                        .isEqualTo("A 2026.40 true"));
    }

    @Test
    void aBrownOutSwitchesItOffWithItsPortsAndABetterSupplyOnAgain() {
        EcuBench bench = new EcuBench("BMS").on();
        bench.supply.ceiling(5.9);
        assertThat(bench.ecu.state()).isEqualTo(EcuState.OFF);
        assertThat(bench.port("drive").powered).isFalse();
        assertThat(bench.ask("3E00")).isEmpty();
        bench.supply.ceiling(Double.POSITIVE_INFINITY);
        bench.run(bench.spec.bootMillis() + 5);
        assertThat(bench.application.events).containsExactly("start 2026.40", "stop", "start 2026.40");
        assertThat(bench.port("drive").powered).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1101, 5101, 300", "1103, 5103, 150"})
    void aResetIsAnsweredFirstAndEndsWithinTheBootTime(String request, String answer, int millis) {
        EcuBench bench = new EcuBench("BMS").on();
        bench.ask("1003");
        assertThat(bench.ask(request)).isEqualTo(answer);
        assertThat(bench.ecu.state()).isEqualTo(EcuState.BOOTING);
        bench.run(millis);
        assertThat(bench.ecu.state()).isEqualTo(EcuState.APPLICATION);
        assertThat(bench.ask("22F186")).isEqualTo("62F18601");
    }

    @Test
    void nothingOfAStoppedApplicationActsAnyMore() {
        EcuBench bench = new EcuBench("BMS").on();
        EcuContext old = bench.application.context();
        List<String> heard = new ArrayList<>();
        old.port("drive").listen(frame -> heard.add("frame"));
        old.scheduler().after(2 * Nanos.SECOND, () -> heard.add("alarm"));
        bench.off();
        bench.on();
        bench.run(3000);
        old.port("drive").send(FRAME);
        bench.port("drive").receive(FRAME);
        assertThat(heard).isEmpty();
        assertThat(bench.port("drive").sent).isEmpty();
    }

    @Test
    void communicationControlSilencesTheApplicationUntilTheDefaultSession() {
        EcuBench bench = new EcuBench("BMS").on();
        EcuContext context = bench.application.context();
        bench.ask("1003");
        assertThat(bench.ask("280301")).isEqualTo("6803");
        context.port("drive").send(FRAME);
        assertThat(bench.port("drive").sent).isEmpty();
        bench.run(5100);
        context.port("drive").send(FRAME);
        assertThat(bench.port("drive").sent).containsExactly(FRAME);
        assertThat(bench.application.events).contains("session EXTENDED", "session DEFAULT");
    }

    @ParameterizedTest
    @CsvSource({
        "22F190, 62F190 57554E44455250494E3030303030303031",
        "22F18C, 62F18C 534E2D424D5320202020202020202020",
        "22F191, 62F191 424D532D483120202020202020202020",
        "22F1A1, 62F1A1 00000028",
        "224910, 624910 0064",
    })
    void identifiersAnswerAsTheTableSays(String request, String answer) {
        assertThat(new EcuBench("BMS").on().ask(request)).isEqualTo(answer.replace(" ", ""));
    }

    @Test
    void aWrittenValueReachesTheApplicationIfItIsInRange() {
        EcuBench bench = new EcuBench("TCU").on();
        bench.ask("1003");
        assertThat(bench.ask("2E754101")).isEqualTo("6E7541");
        assertThat(bench.ask("2E754107")).isEqualTo("7F2E31");
        assertThat(bench.application.writes).containsExactly(1.0);
    }

    @Test
    void routinesOfTheTableRunInTheExtendedSessionOnly() {
        EcuBench bench = new EcuBench("THM").on();
        assertThat(bench.ask("31010203")).isEqualTo("7F317F");
        bench.ask("1003");
        assertThat(bench.ask("31010203")).isEqualTo("7101020300");
    }

    @Test
    void theVehicleMayForbidResetsAndClearing() {
        EcuBench bench = new EcuBench("BRK").on();
        bench.application.vetoes.put(Intrusion.RESET, Nrc.SPEED_TOO_HIGH);
        bench.application.vetoes.put(Intrusion.CLEAR, Nrc.CONDITIONS_NOT_CORRECT);
        assertThat(bench.ask("1101")).isEqualTo("7F1188");
        assertThat(bench.ask("14FFFFFF")).isEqualTo("7F1422");
        assertThat(bench.ask("22F186")).isEqualTo("62F18601");
    }

    @Test
    void aFaultSurvivesPowerLossAndItsSnapshotCanBeReadAndDecoded() {
        EcuBench bench = new EcuBench("BMS").on();
        bench.application.context().monitor("P0AA6-1A").failed();
        bench.off();
        bench.on();
        assertThat(bench.ask("190208")).startsWith("5902FF0AA61AAF");
        String record = bench.ask("19040AA61A01");
        assertThat(record).startsWith("59040AA61AAF0105");
        byte[] values = HexFormat.of().parseHex(record.substring(16));
        assertThat(new SnapshotLayout(EcuBench.TABLE.snapshot()).decode(values))
                .containsEntry("SoC", 50.0)
                .containsEntry("ApplicationSoftware", "2026.40")
                .containsEntry("SupplyVoltage", 13.5)
                .containsEntry("LastResetCause", "power on")
                .containsEntry("Utc", 1_795_248_000.0);
        assertThat(bench.application.context().lampColour("hv-battery")).isEqualTo("red");
    }

    @Test
    void aWatchdogResetIsToldInTheNextSnapshot() {
        EcuBench bench = new EcuBench("BMS").on();
        bench.application.context().reset();
        bench.run(bench.spec.bootMillis() + 5);
        bench.application.context().monitor("P0606-49").failed();
        byte[] values = HexFormat.of().parseHex(bench.ask("190406064901").substring(16));
        assertThat(new SnapshotLayout(EcuBench.TABLE.snapshot()).decode(values))
                .containsEntry("LastResetCause", "watchdog");
    }

    @Test
    void testersOnTwoLinksGetTheirOwnAnswersAndNoneDisturbsTheOther() {
        EcuBench bench = new EcuBench("BMS").on();
        TestLink second = new TestLink(bench.scheduler);
        bench.ecu.attach(second);
        bench.ask("1003");
        new FlashTester(bench).unlock();
        bench.tester.tell(HexFormat.of().parseHex("22F190"), false);
        second.tell(HexFormat.of().parseHex("1101"), false);
        second.tell(HexFormat.of().parseHex("3E80"), true);
        bench.run(20);
        assertThat(second.responses).containsExactly("7F1121");
        assertThat(bench.tester.responses.getLast()).startsWith("62F190");
        assertThat(second.ask(HexFormat.of().parseHex("22F186"))).isEqualTo("62F18603");
    }

    @Test
    void theBootLoaderOfASingleBankTakesOverInTheProgrammingSessionAndReturnsWithoutChanges() {
        EcuBench bench = new EcuBench("INV").on();
        assertThat(new FlashTester(bench).enter()).isTrue();
        assertThat(bench.ecu.state()).isEqualTo(EcuState.BOOTLOADER);
        assertThat(bench.application.events).endsWith("stop");
        assertThat(bench.ask("1902FF")).isEqualTo("7F1911");
        assertThat(bench.ask("224666")).isEqualTo("7F2231");
        assertThat(bench.ask("22F195")).isEqualTo("7F2222");
        bench.run(5500);
        assertThat(bench.ecu.state()).isEqualTo(EcuState.APPLICATION);
        assertThat(bench.ask("22F195")).startsWith("62F195");
    }

    @Test
    void aDeclaredIdentifierWithoutABindingEndsTheAssembly() {
        assertThatThrownBy(
                        () -> new EcuBench("BMS", (slot, flash) -> flash, application -> application.forgotten = "SoC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("BMS", "SoC", "unbound");
    }

    @Test
    void everyControlUnitOfTheTableBootsAndTellsItsName() {
        for (String name : EcuBench.TABLE.ecus().keySet()) {
            EcuBench bench = new EcuBench(name).on();
            assertThat(bench.ask("22F187")).as(name).startsWith("62F187");
            assertThat(bench.lastBoot().ecu()).isEqualTo(name);
        }
    }
}

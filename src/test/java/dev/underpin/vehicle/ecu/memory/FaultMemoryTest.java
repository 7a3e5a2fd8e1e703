package dev.underpin.vehicle.ecu.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.uds.DtcCode;
import dev.underpin.uds.Nrc;
import dev.underpin.uds.server.Answer;
import dev.underpin.uds.server.FaultMemoryView.ExtendedData;
import dev.underpin.uds.server.FaultMemoryView.Snapshot;
import dev.underpin.vehicle.ecu.table.DtcSpec;
import dev.underpin.vehicle.ecu.table.EcuTable;
import dev.underpin.vehicle.ecu.table.Severity;
import dev.underpin.vehicle.ecu.table.SnapshotLayout;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultMemoryTest {
    private static final int FAST = DtcCode.parse("P0AA6-1A");
    private static final int TWICE = DtcCode.parse("P0A7E-98");
    private static final int LATCHED = DtcCode.parse("P0AA1-73");
    private static final SnapshotLayout LAYOUT =
            new SnapshotLayout(EcuTable.load(Path.of("rigs/ecus.yaml")).snapshot());

    private double soc = 80;
    private long utc = 1_700_000_000L;
    private final List<Nrc> answers = new ArrayList<>();
    private final FaultMemory memory = new FaultMemory(
            List.of(dtc(FAST, 1, 1, false, 3), dtc(TWICE, 2, 5, false, 3), dtc(LATCHED, 1, 1, true, 3)),
            LAYOUT,
            () -> Map.of("Utc", utc, "SoC", soc, "Gear", "D"),
            2);

    /** ECU-05, ECU-06, ECU-08: F look failed, P look passed, f and p decided at once, N next cycle, C clear, O and o 85 on and off. */
    @ParameterizedTest(name = "after \"{0}\" the status is {1} with one confirming cycle, {2} with two, {3} latched")
    @CsvSource({
        "'',       50, 50, 50",
        "F,        50, 50, 50",
        "FFF,      50, 50, 50",
        "FFFF,     AF, 27, AF",
        "FFFFFFFF, AF, 27, AF",
        "f,        AF, 27, AF",
        "p,        00, 00, 00",
        "PPPPPPP,  50, 50, 50",
        "PPPPPPPP, 00, 00, 00",
        "FFFP,     50, 50, 50",
        "fp,       2E, 26, AE",
        "fpf,      AF, 27, AF",
        "fN,       ED, 65, ED",
        "fNf,      AF, AF, AF",
        "fpN,      6C, 64, EC",
        "fpNp,     2C, 24, AC",
        "fpNpN,    68, 60, E8",
        "fpNpNf,   AF, 27, AF",
        "fpNN,     6C, 64, EC",
        "fC,       50, 50, 50",
        "fpC,      50, 50, 50",
        "fCf,      AF, 27, AF",
        "pC,       50, 50, 50",
        "of,       50, 50, 50",
        "foC,      50, 50, 50",
        "fop,      AF, 27, AF",
        "ofOf,     AF, 27, AF",
        "FFFNF,    50, 50, 50",
        "pN,       40, 40, 40",
    })
    void statusBytesFollowTestsCyclesAndClears(String story, String once, String twice, String latched) {
        tell(FAST, story);
        assertThat(status(FAST)).isEqualTo(Integer.parseInt(once, 16));
        clear(DtcCode.ALL);
        memory.setting(true);
        tell(TWICE, story);
        assertThat(status(TWICE)).isEqualTo(Integer.parseInt(twice, 16));
        clear(DtcCode.ALL);
        memory.setting(true);
        tell(LATCHED, story);
        assertThat(status(LATCHED)).isEqualTo(Integer.parseInt(latched, 16));
    }

    @Test
    void aLampIsAskedForExactlyWhileBitSevenIsSet() {
        assertThat(memory.lampColour("hv-battery")).isEmpty();
        tell(FAST, "f");
        assertThat(memory.lampColour("hv-battery")).isEqualTo("red");
        tell(FAST, "p");
        assertThat(memory.lampColour("hv-battery")).isEmpty();
    }

    @Test
    void theFirstSnapshotStaysUntilTheClearAndTheSecondFollowsTheLatestFailure() {
        tell(FAST, "f");
        soc = 55;
        tell(FAST, "pf");
        assertThat(values(FAST, 1)).isEqualTo(Map.of("Utc", 1.7e9, "SoC", 80.0, "Gear", "D"));
        assertThat(values(FAST, 2)).isEqualTo(Map.of("Utc", 1.7e9, "SoC", 55.0, "Gear", "D"));
        clear(FAST);
        assertThat(memory.snapshots(FAST)).isEmpty();
    }

    @Test
    void aCodeThatIsOnlyPendingHasNoFirstSnapshotYet() {
        tell(TWICE, "f");
        assertThat(memory.snapshots(TWICE)).extracting(Snapshot::number).containsExactly(2);
    }

    @Test
    void extendedDataCountOccurrencesAgedCyclesAndDebouncing() {
        tell(FAST, "fpfp");
        assertThat(counters(FAST)).containsExactly(2, 0, 0x80, 0x65, 1);
        tell(FAST, "NpNpN");
        assertThat(counters(FAST)).containsExactly(2, 2, 0, 0x65, 1);
        tell(FAST, "F");
        assertThat(counters(FAST)).containsExactly(2, 2, 32, 0x65, 1);
    }

    @Test
    void extendedDataTellWhenACodeFailedFirstAndLast() {
        tell(FAST, "f");
        utc = 1_700_000_500L;
        tell(FAST, "pf");
        assertThat(extended(FAST, 4)).isEqualTo("6553f1006553f2f4");
        clear(FAST);
        tell(FAST, "f");
        assertThat(extended(FAST, 4)).isEqualTo("6553f2f46553f2f4");
    }

    @Test
    void extendedDataTellPriorityAndOverflow() {
        tell(FAST, "f");
        assertThat(extended(FAST, 5)).isEqualTo("0100");
        tell(LATCHED, "f");
        tell(TWICE, "f");
        assertThat(extended(FAST, 5)).isEqualTo("0101");
        clear(DtcCode.ALL);
        tell(FAST, "f");
        assertThat(extended(FAST, 5)).isEqualTo("0100");
    }

    @Test
    void aConfirmedCodeAgesOutAfterItsCyclesWithoutFailure() {
        tell(FAST, "fpN");
        tell(FAST, "pN".repeat(2));
        assertThat(status(FAST) & 0x08).isEqualTo(0x08);
        tell(FAST, "pN");
        assertThat(status(FAST)).isEqualTo(0x60);
        assertThat(memory.snapshots(FAST)).isEmpty();
        assertThat(memory.extendedData(FAST)).isEmpty();
    }

    @Test
    void aNewFailureStartsAgingAnew() {
        tell(FAST, "fpNpNpNf");
        assertThat(counters(FAST)).startsWith(2, 0);
    }

    @Test
    void whenTheMemoryIsFullTheLeastImportantCodeGivesWay() {
        tell(TWICE, "f");
        tell(FAST, "f");
        tell(LATCHED, "f");
        assertThat(status(LATCHED) & 0x08).isEqualTo(0x08);
        assertThat(status(FAST) & 0x08).isEqualTo(0x08);
        assertThat(status(TWICE)).isEqualTo(0x23);
        assertThat(memory.snapshots(TWICE)).isEmpty();
        assertThat(memory.overflowed()).isTrue();
    }

    @Test
    void codesOfTheFirstPriorityNeverGiveWay() {
        tell(FAST, "fp");
        tell(LATCHED, "fp");
        tell(TWICE, "fNf");
        assertThat(status(TWICE) & 0x0C).isZero();
        assertThat(memory.snapshots(FAST)).hasSize(2);
        assertThat(memory.snapshots(LATCHED)).hasSize(2);
        clear(DtcCode.ALL);
        assertThat(memory.overflowed()).isFalse();
    }

    @Test
    void resetKeepsWhatIsStoredAndRestartsDebouncing() {
        tell(FAST, "f");
        tell(TWICE, "FFF");
        memory.powerUp();
        assertThat(status(FAST)).isEqualTo(0xAF);
        tell(TWICE, "F");
        assertThat(status(TWICE)).isEqualTo(0x50);
    }

    @Test
    void anUnknownGroupIsNotCleared() {
        clear(0x123456);
        assertThat(answers).containsExactly(Nrc.OUT_OF_RANGE);
    }

    private static DtcSpec dtc(int code, int confirmAfter, int priority, boolean latched, int aging) {
        return new DtcSpec(
                code,
                "a fault",
                Severity.IMMEDIATELY,
                "hv-battery",
                "red",
                32,
                16,
                confirmAfter,
                aging,
                priority,
                latched,
                0);
    }

    private void tell(int code, String story) {
        Monitor monitor = memory.monitor(code);
        for (int i = 0; i < story.length(); i++) {
            switch (story.charAt(i)) {
                case 'F' -> monitor.prefailed();
                case 'P' -> monitor.prepassed();
                case 'f' -> monitor.failed();
                case 'p' -> monitor.passed();
                case 'N' -> memory.nextCycle();
                case 'C' -> clear(code);
                case 'o' -> memory.setting(false);
                case 'O' -> memory.setting(true);
                default -> throw new IllegalArgumentException(story);
            }
        }
    }

    private int status(int code) {
        return memory.supported().stream()
                .filter(dtc -> dtc.code() == code)
                .findFirst()
                .orElseThrow()
                .status();
    }

    private Map<String, Object> values(int code, int number) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        memory.snapshots(code).stream()
                .filter(snapshot -> snapshot.number() == number)
                .flatMap(snapshot -> snapshot.values().stream())
                .forEach(value -> {
                    record.write(value.did() >> 8);
                    record.write(value.did());
                    record.writeBytes(value.data());
                });
        return LAYOUT.decode(record.toByteArray());
    }

    private List<Integer> counters(int code) {
        return memory.extendedData(code).stream()
                .map(ExtendedData::data)
                .map(data -> data[0] & 0xff)
                .toList();
    }

    private String extended(int code, int number) {
        return memory.extendedData(code).stream()
                .filter(data -> data.number() == number)
                .map(data -> HexFormat.of().formatHex(data.data()))
                .findFirst()
                .orElseThrow();
    }

    private void clear(int group) {
        memory.clear(group, new Answer() {
            @Override
            public void positive(byte... record) {}

            @Override
            public void negative(Nrc nrc) {
                answers.add(nrc);
            }
        });
    }
}

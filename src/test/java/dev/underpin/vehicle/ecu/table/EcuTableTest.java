package dev.underpin.vehicle.ecu.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.mistake.UserMistake;
import dev.underpin.uds.DtcCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcuTableTest {
    private static final Path FILE = Path.of("rigs/ecus.yaml");

    private final EcuTable table = EcuTable.load(FILE);

    @Test
    void theTableOfTheVehicleHoldsItsThirteenControlUnits() {
        assertThat(table.ecus().keySet())
                .containsExactlyInAnyOrder(
                        "GW", "VCU", "BMS", "INV", "OBC", "DCDC", "THM", "BRK", "IPC", "IVI", "NAV", "TCU", "ADAS");
    }

    @ParameterizedTest
    @CsvSource({"VCU, 7E0, 7E8, 1010, 64", "BMS, 7E4, 7EC, 1011, 64", "INV, 747, 74F, 1012, 8", "IVI, 7B3, 7BB, 1021, 8"
    })
    void addressesAreThoseOfTheTopology(String name, String request, String response, String doip, int txDl) {
        EcuSpec spec = table.ecu(name);
        CanAddress can = spec.can().orElseThrow();
        assertThat("%X %X %X".formatted(can.request(), can.response(), spec.doip()))
                .isEqualTo("%s %s %s".formatted(request, response, doip));
        assertThat(can.txDl()).isEqualTo(txDl);
        assertThat(table.at(spec.doip())).contains(spec);
    }

    @Test
    void onlyControlUnitsWithFlashHaveTheIdentifiersOfProgramming() {
        assertThat(table.ecu("INV").did(0xF1A0)).isPresent();
        assertThat(table.ecu("GW").did(0xF1A0)).isEmpty();
    }

    @Test
    void aTroubleCodeIsTheSameWhoeverDescribesIt() {
        DtcSpec isolation = table.dtc(DtcCode.parse("P0AA6-1A")).orElseThrow();
        assertThat(isolation.code()).isEqualTo(0x0AA61A);
        assertThat(isolation.severity()).isEqualTo(Severity.IMMEDIATELY);
        assertThat(isolation.lamp()).isEqualTo("hv-battery");
        assertThat(isolation.latched()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SoC, 81.25, 1FBD, 81.25",
        "PackCurrent, -12.5, FF83, -12.5",
        "PackCurrent, 99999, 7FFF, 3276.7",
        "ContactorState, closed, 02, closed",
    })
    void valuesLieOnTheWireAsTheTableSays(String name, String value, String wire, String back) {
        DidSpec did = table.ecu("BMS").did(name).orElseThrow();
        byte[] bytes = did.encode(did.isText() ? value : Double.valueOf(value));
        assertThat(HexFormat.of().withUpperCase().formatHex(bytes)).isEqualTo(wire);
        assertThat(did.decode(bytes)).hasToString(back);
    }

    @Test
    void textIsPaddedOnTheWireAndBareAgainWhenRead() {
        DidSpec did = table.ecu("GW").did("SoftwareVersion").orElseThrow();
        assertThat(did.encode("2026.47")).hasSize(16).endsWith(' ', ' ');
        assertThat(did.decode(did.encode("2026.47"))).isEqualTo("2026.47");
    }

    @Test
    void aRowOfNumbersKeepsItsOrder() {
        DidSpec did = table.ecu("BRK").did("WheelSpeeds").orElseThrow();
        assertThat(did.decode(did.encode(new double[] {1, 2, 3, 4.5}))).isEqualTo(List.of(1.0, 2.0, 3.0, 4.5));
    }

    @Test
    void aValueOfTheWrongKindIsRefused() {
        DidSpec did = table.ecu("BMS").did("SoC").orElseThrow();
        assertThatThrownBy(() -> did.encode("much"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SoC (0x4910, %)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "doip: 0x1010 | doip: 4112 | ecus.VCU.doip",
                "code: P0AA6-1A | code: X0AA6-1A | ecus.BMS.dtcs.0.code",
                "bootMillis: 300 | bootMilli: 300 | bootMilli",
                "layout: single | layout: triple | ecus.INV.flash.layout",
            })
    void aMistakeIsToldWithFileFieldExpectedAndFound(String right, String wrong, String field, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("ecus.yaml");
        Files.writeString(file, Files.readString(FILE).replaceFirst(right, wrong));
        assertThatThrownBy(() -> EcuTable.load(file))
                .isInstanceOf(UserMistake.class)
                .hasMessageContainingAll(file.toString(), field, "expected", "found");
    }

    @Test
    void anIdentifierThatStandsTwiceIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ecus.yaml");
        Files.writeString(file, Files.readString(FILE).replace("did: 0x4918", "did: 0x4910"));
        assertThatThrownBy(() -> EcuTable.load(file)).hasMessageContainingAll("ecus.BMS", "StateOfHealth", "twice");
    }
}

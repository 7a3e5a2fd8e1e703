package dev.underpin.cloud.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.cloud.ReadOut;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The console names the root, not the cascade. */
class TriageTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final KnowledgeBook book = KnowledgeBook.standard();

    @Test
    void aHealthyVehicleHasNoFault() {
        assertThat(assess(readOut().ecu("BMS").ecu("VCU")).faulty()).isFalse();
    }

    @Test
    void aDeadUnitExplainsEveryCodeThatTellsOfItsSilence() {
        Assessment found = assess(readOut()
                .silent("BMS")
                .ecu("VCU", "U0111-87", "P0562-16")
                .ecu("OBC", "U0111-87")
                .ecu("IPC", "U0111-87"));
        assertThat(found.rootEcu()).isEqualTo("BMS");
        assertThat(found.rootDtc()).isEqualTo("U0111-87");
        assertThat(found.cascade()).extracting(Dtc::ecu).containsExactly("VCU", "OBC", "IPC");
        assertThat(found.others()).extracting(Dtc::code).containsExactly("P0562-16");
    }

    @Test
    void aDeadUnitThatNobodyMissesIsStillNamed() {
        Assessment found = assess(readOut().silent("IVI").ecu("VCU"));
        assertThat(found.rootEcu()).isEqualTo("IVI");
        assertThat(found.rootDtc()).isEmpty();
        assertThat(found.text()).contains("IVI does not answer");
    }

    @Test
    void aDeadGatewayIsNamedBeforeTheUnitsBehindIt() {
        assertThat(assess(readOut().silent("BMS").silent("GW").silent("VCU")).rootEcu())
                .isEqualTo("GW");
    }

    @Test
    void aDeadComfortUnitDoesNotHideAFaultOfTheDrive() {
        Assessment found = assess(readOut().silent("NAV").ecu("IVI", "U0163-87").ecu("THM", "P0C4A-92"));
        assertThat(found.rootEcu()).isEqualTo("THM");
        assertThat(found.others()).extracting(Dtc::code).containsExactly("U0163-87");
    }

    @Test
    void aFloodOfCodesHidesNothingAndIsAssessedAtOnce() {
        String[] flood = IntStream.range(0, 20_000)
                .mapToObj(i -> "B%04X-%02X".formatted(i & 0x3FFF, i >>> 14))
                .toArray(String[]::new);

        Assessment found = assess(readOut().ecu("NAV", flood).ecu("THM", "P0C4A-92"));

        assertThat(found.rootEcu()).isEqualTo("THM");
        assertThat(found.others()).hasSize(flood.length);
    }

    @ParameterizedTest
    @CsvSource({
        "P0C4A-92, THM, P0A7E-98, BMS",
        "P2DFC-00, THM, P0A7E-98, BMS",
        "P0A94-92, DCDC, P0562-16, VCU",
        "P0C73-92, THM, P0A3C-98, INV",
        "P0A0A-13, BMS, P0C78-92, BMS",
        "U0073-88, BMS, U0111-87, VCU",
        "P0606-49, BMS, U0111-87, VCU"
    })
    void aCauseIsNamedBeforeItsConsequence(String cause, String ecu, String consequence, String elsewhere) {
        Assessment found = ecu.equals(elsewhere)
                ? assess(readOut().ecu(ecu, consequence, cause))
                : assess(readOut().ecu(elsewhere, consequence).ecu(ecu, cause));
        assertThat(found.rootDtc()).isEqualTo(cause);
        assertThat(found.rootEcu()).isEqualTo(ecu);
        assertThat(found.cascade()).extracting(Dtc::code).contains(consequence);
    }

    @Test
    void ofTwoFaultsTheRedOneIsTheRoot() {
        Assessment found = assess(readOut().ecu("OBC", "P0D24-98").ecu("BMS", "P0AA6-1A"));
        assertThat(found.rootDtc()).isEqualTo("P0AA6-1A");
        assertThat(found.verdict()).isEqualTo(Fault.Verdict.T);
        assertThat(found.others()).extracting(Dtc::code).containsExactly("P0D24-98");
    }

    @Test
    void aRemoteFixIsProposedWithItsProof() {
        Assessment found = assess(readOut().ecu("THM", "P0C4A-92"));
        assertThat(found.verdict()).isEqualTo(Fault.Verdict.R);
        assertThat(found.proposal())
                .extracting(step -> step.path("kind").asString())
                .containsExactly("guidance", "routine", "clear", "retest", "read");
        assertThat(found.proposal().get(1).path("rid").asString()).isEqualTo("0203");
    }

    @Test
    void whatWasTriedInVainGoesToTheServiceCentre() {
        Snapshot snapshot = new Snapshot(readOut().ecu("THM", "P0C4A-92").json(), NOW);
        Assessment again = book.assess(snapshot, Set.of("THM"));
        assertThat(again.verdict()).isEqualTo(Fault.Verdict.S);
        assertThat(again.proposal().getLast().path("kind").asString()).isEqualTo("appointment");
    }

    @Test
    void anUnknownCodeGoesToTheServiceCentre() {
        Assessment found = assess(readOut().ecu("VCU", "P1FFF-00"));
        assertThat(found.verdict()).isEqualTo(Fault.Verdict.S);
        assertThat(found.text()).contains("P1FFF-00");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyKnownCodeAloneIsItsOwnRootWithAProposal(String code) {
        Fault fault = book.fault(code).orElseThrow();
        String ecu =
                fault.ecus().getFirst().equals("any") ? "ADAS" : fault.ecus().getFirst();
        Assessment found = assess(readOut().ecu(ecu, code));
        assertThat(found.rootDtc()).isEqualTo(code);
        assertThat(found.verdict()).isEqualTo(fault.verdict());
        assertThat(found.proposal()).isNotEmpty();
        assertThat(fault.explains())
                .allSatisfy(follows -> assertThat(book.fault(follows)).isPresent());
    }

    static Set<String> codes() {
        return KnowledgeBook.standard().codes();
    }

    private static ReadOut readOut() {
        return ReadOut.of("VIN", NOW);
    }

    private Assessment assess(ReadOut readOut) {
        return book.assess(new Snapshot(readOut.json(), NOW), Set.of());
    }
}

package dev.underpin.vehicle.telematics.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.FakeEcu;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DiagnosticsAgentTest {
    private static final int PUMP = 0x0C4A92;

    private final SupportBench bench = new SupportBench();

    @Test
    void hmi01TheButtonAsksForConsentWithDataPurposeAndDuration() {
        bench.press("Diagnostics");

        assertThat(bench.awaitView("diag.consent").lines())
                .anyMatch(it -> it.startsWith("Data:"))
                .anyMatch(it -> it.startsWith("Purpose:"))
                .anyMatch(it -> it.startsWith("Duration:"));
    }

    @Test
    void hmi01TheButtonIsAnsweredWithinAQuarterOfASecond() {
        bench.infotainment.touch("Diagnostics");
        bench.pass(250 * Nanos.MILLISECOND);

        assertThat(bench.infotainment.views()).anyMatch(view -> view.id().startsWith("diag."));
    }

    @Test
    void h3TwentyPressesAreOneSessionAndOneConsent() {
        for (int i = 0; i < 20; i++) {
            bench.infotainment.touch("Diagnostics");
        }
        bench.awaitView("diag.consent");
        bench.press("Allow");
        bench.awaitView("diag.session");

        assertThat(bench.cloud.bodies("/eligibility")).hasSize(1);
        assertThat(bench.cloud.requests.stream().filter(it -> it.path().endsWith("/sessions")))
                .hasSize(1);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("interface-disabled", bench -> bench.policy.enable(false)),
                refusal("busy-updating", bench -> bench.updating = true),
                refusal("no-connection", bench -> {
                    bench.uplink.wifi().up(false);
                    bench.uplink.cellular().up(false);
                }),
                refusal("software-outdated", bench -> refusedByCloud(bench, "software-outdated")),
                refusal("hardware-unsupported", bench -> refusedByCloud(bench, "hardware-unsupported")),
                refusal("not-registered", bench -> refusedByCloud(bench, "not-registered")),
                refusal("contact-missing", bench -> refusedByCloud(bench, "contact-missing")));
    }

    private static Arguments refusal(String code, Consumer<SupportBench> cause) {
        return Arguments.of(code, cause);
    }

    private static void refusedByCloud(SupportBench bench, String code) {
        bench.cloud.refuse("POST", "/eligibility", 403, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void gw19WhatIsNotFulfilledIsRefusedWithItsReasonAndTheNumberOfSupport(String code, Consumer<SupportBench> cause) {
        cause.accept(bench);
        bench.press("Diagnostics");

        assertThat(bench.awaitView("diag.refused").reason()).isEqualTo(code);
        assertThat(bench.awaitView("diag.refused").lines()).contains("Technical support: +371 6000 0000");
        assertThat(bench.agent.inSession()).isFalse();
    }

    @Test
    void h4WithoutConsentNothingIsAskedOnTheBuses() {
        bench.vehicle.ecus.values().forEach(ecu -> ecu.heard.clear());
        bench.press("Diagnostics");
        bench.awaitView("diag.consent");
        bench.press("Don't Allow");

        assertThat(bench.awaitView("diag.refused").reason()).isEqualTo("consent-refused");
        assertThat(bench.vehicle.ecus.values()).allMatch(ecu -> ecu.heard.isEmpty());
    }

    @Test
    void h4NoAnswerMeansNo() {
        bench.press("Diagnostics");
        bench.awaitView("diag.consent");
        bench.pass(61 * Nanos.SECOND);

        assertThat(bench.awaitView("diag.refused").reason()).isEqualTo("consent-refused");
    }

    @Test
    void gw01TheVinIsReadBeforeAnythingElseAndVouchedFor() {
        bench.vehicle.ecus.values().forEach(ecu -> ecu.heard.clear());
        bench.connected();

        assertThat(bench.vehicle.ecu("GW").heard.getFirst()).isEqualTo("22f190");
        assertThat(bench.cloud.bodies("/sessions").getFirst().path("proof").asString(""))
                .contains(".");
    }

    @Test
    void s5AnotherVinInTheVehicleEndsItAndNothingElseIsRead() {
        for (FakeEcu ecu : bench.vehicle.ecus.values()) {
            ecu.data.put(0xF190, "WUPTEST0000000009".getBytes(StandardCharsets.US_ASCII));
            ecu.heard.clear();
        }
        bench.press("Diagnostics");
        bench.awaitView("diag.consent");
        bench.press("Allow");
        bench.awaitView("diag.refused");

        assertThat(bench.vehicle.ecu("GW").heard).containsExactly("22f190");
        assertThat(bench.cloud.requests).noneMatch(it -> it.path().endsWith("/sessions"));
    }

    @Test
    void hmi02TheSignOfTheSessionStaysAndNamesTheRole() {
        bench.connected();
        bench.pass(Nanos.MINUTE);

        assertThat(bench.awaitView("diag.session").lines()).contains("Technical support (Alise)");
        assertThat(bench.cluster.view("diag.session")).isPresent();
    }

    @Test
    void gw09ASilentControlUnitIsListedAndCostsTheOthersNothing() {
        bench.vehicle.ecu("THM").codes.put(PUMP, 0x89);
        bench.vehicle.ecu("BMS").silent = true;
        bench.connected();
        bench.pass(30 * Nanos.SECOND);

        JsonNode ecus = bench.cloud.bodies("/snapshot").getFirst().path("ecus");
        assertThat(ecus.valueStream().map(it -> it.path("state").asString("")))
                .containsExactly("answered", "answered", "silent");
        assertThat(ecus.path(2).path("error_code").asString("")).isEqualTo("not-responding");
        assertThat(ecus.path(1).path("dtcs").path(0).path("code").asString("")).isEqualTo("P0C4A-92");
    }

    @Test
    void theStateOfTheVehicleReachesSupportEverySecond() {
        bench.connected();
        bench.pass(20 * Nanos.SECOND);

        assertThat(bench.cloud.bodies("/health")).hasSizeBetween(15, 22);
    }

    @Test
    void sc03GuidanceWaitsForTheDriversAnswer() {
        bench.connected();
        bench.command("guidance").put("text", "Stop and select P").put("who", "driver");
        assertThat(bench.awaitView("diag.guidance").lines()).contains("Stop and select P");
        assertThat(bench.results("C-1")).isEmpty();
        bench.press("Done");

        assertThat(bench.result("C-1").path("status").asString("")).isEqualTo("done");
        assertThat(bench.infotainment.view("diag.guidance")).isEmpty();
    }

    @Test
    void aStepThatCannotBeDoneIsTold() {
        bench.connected();
        bench.command("guidance").put("text", "Open the bonnet");
        bench.awaitView("diag.guidance");
        bench.press("Not Possible");

        assertThat(bench.result("C-1").path("status").asString("")).isEqualTo("not-possible");
    }

    @Test
    void aRoutineRunsInTheExtendedSessionAndLeavesTheDefaultOne() {
        bench.connected();
        bench.command("routine").put("ecu", "THM").put("rid", "0x0203");

        JsonNode result = bench.result("C-1");
        assertThat(result.path("status").asString("")).isEqualTo("done");
        assertThat(result.path("data").path("passed").asBoolean()).isTrue();
        bench.pass(Nanos.SECOND);
        assertThat(bench.heard("THM", "31010203")).hasSize(1);
        assertThat(bench.vehicle.ecu("THM").session).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"routine", "control", "reset", "clear"})
    void gw12WhileMovingNothingButReadingIsAllowed(String kind) {
        bench.vehicle.speed = 50;
        bench.vehicle.gear = "D";
        bench.connected();
        bench.command(kind)
                .put("ecu", "THM")
                .put("rid", "0203")
                .put("did", "4931")
                .put("data", "01");

        JsonNode result = bench.result("C-1");
        assertThat(result.path("status").asString("")).isEqualTo("refused");
        assertThat(result.path("error_code").asString("")).isEqualTo("precondition-not-fulfilled");
        assertThat(bench.heard("THM", "3101")).isEmpty();
        assertThat(bench.heard("THM", "11")).isEmpty();
        assertThat(bench.heard("THM", "14")).isEmpty();
        assertThat(bench.heard("THM", "2f")).isEmpty();
    }

    @Test
    void i1WhileMovingReadingWorks() {
        bench.vehicle.speed = 50;
        bench.connected();
        bench.command("read").put("ecu", "THM").putArray("dids").add("F195");

        JsonNode result = bench.result("C-1");
        assertThat(result.path("status").asString("")).isEqualTo("done");
        assertThat(result.path("data").path("dtcs").isArray()).isTrue();
    }

    @Test
    void cs04ACommandThatIsDeliveredTwiceIsCarriedOutOnce() {
        bench.connected();
        bench.command("routine").put("ecu", "THM").put("rid", "0203");
        bench.result("C-1");
        bench.commands
                .addObject()
                .put("seq", 7)
                .put("commandId", "C-1")
                .put("kind", "routine")
                .put("ecu", "THM")
                .put("rid", "0203");
        bench.pass(20 * Nanos.SECOND);

        assertThat(bench.heard("THM", "31010203")).hasSize(1);
    }

    @Test
    void aRetestPassesOnlyWhenTheCodeStaysAway() {
        bench.connected();
        bench.vehicle.ecu("THM").codes.put(PUMP, 0x09);
        bench.command("retest").put("ecu", "THM").put("dtc", "P0C4A-92");
        assertThat(bench.result("C-1").path("data").path("passed").asBoolean(true))
                .isFalse();

        bench.command("clear").put("ecu", "THM");
        bench.command("retest").put("ecu", "THM").put("dtc", "P0C4A-92");
        assertThat(bench.result("C-3").path("data").path("passed").asBoolean()).isTrue();
    }

    @Test
    void gw02AControlUnitThatIsNotThereIsOutOfScope() {
        bench.connected();
        bench.command("read").put("ecu", "XYZ");

        assertThat(bench.result("C-1").path("error_code").asString("")).isEqualTo("insufficient-access-rights");
    }

    @Test
    void gw02WhatIsOutOfScopeReachesNoControlUnit() {
        bench.connected();
        bench.pass(10 * Nanos.SECOND);
        bench.vehicle.ecus.values().forEach(ecu -> ecu.heard.clear());
        bench.command("read").put("ecu", "XYZ");
        bench.result("C-1");

        assertThat(bench.vehicle.ecus.values())
                .allSatisfy(ecu -> assertThat(ecu.heard).allMatch(request -> request.startsWith("3e")));
    }

    @Test
    void gw05WithoutConnectionNoTesterPresentLeavesAfterTenSeconds() {
        bench.connected();
        bench.pass(5 * Nanos.SECOND);
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().up(false);
        bench.pass(10 * Nanos.SECOND);
        bench.vehicle.ecus.values().forEach(ecu -> ecu.heard.clear());

        bench.pass(30 * Nanos.SECOND);

        assertThat(bench.vehicle.ecus.values())
                .allSatisfy(ecu -> assertThat(ecu.heard).noneMatch(request -> request.startsWith("3e")));
    }

    @Test
    void gw10AReadOutNamesItsTimeItsSessionAndTheSourceOfEveryValue() {
        bench.connected();
        bench.pass(5 * Nanos.SECOND);

        JsonNode readOut = bench.cloud.bodies("/snapshot").getFirst();
        assertThat(Instant.parse(readOut.path("capturedAt").asString(""))).isNotNull();
        assertThat(readOut.path("ecus"))
                .isNotEmpty()
                .allSatisfy(ecu -> assertThat(ecu.path("ecu").asString("")).isIn(bench.vehicle.ecus.keySet()));
        assertThat(bench.cloud.requests)
                .filteredOn(request -> request.path().endsWith("/snapshot"))
                .allSatisfy(request -> assertThat(request.path()).matches(".*/sessions/[^/]+/snapshot"));
    }

    @Test
    void cs08EndNowEndsWithinTwoSecondsAndCallsEveryControlUnitBack() {
        bench.connected();
        bench.pass(5 * Nanos.SECOND);
        bench.vehicle.ecu("THM").session = 3;
        bench.press("End Now");
        bench.pass(2 * Nanos.SECOND);

        assertThat(bench.agent.inSession()).isFalse();
        assertThat(bench.vehicle.ecus.values()).allMatch(ecu -> ecu.session == 1);
        assertThat(bench.cloud.bodies("/end").getFirst().path("by").asString(""))
                .isEqualTo("driver");
        assertThat(bench.awaitView("diag.result").title()).isEqualTo("Next steps");
    }

    @Test
    void cs08AConsentThatIsTakenBackEndsTheSession() {
        bench.connected();
        bench.agent.consentRevoked();
        bench.pass(2 * Nanos.SECOND);

        assertThat(bench.agent.inSession()).isFalse();
        assertThat(bench.infotainment.view("diag.session")).isEmpty();
    }

    @Test
    void cs06ALossOfTheConnectionSuspendsAndTheReturnResumes() {
        bench.connected();
        bench.pass(5 * Nanos.SECOND);
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().up(false);
        bench.pass(10 * Nanos.SECOND);
        assertThat(bench.awaitView("diag.session").lines()).contains("The connection is interrupted, trying again");
        bench.uplink.wifi().up(true);
        bench.pass(10 * Nanos.SECOND);

        assertThat(bench.awaitView("diag.session").lines()).contains("Diagnostic data is shared");
        assertThat(bench.cloud.bodies("/snapshot")).hasSize(1);
    }

    @Test
    void cs06AConnectionThatStaysAwayEndsTheSessionAndTheUserIsTold() {
        bench.connected();
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().up(false);
        bench.pass(3 * Nanos.MINUTE);

        assertThat(bench.agent.inSession()).isFalse();
        assertThat(bench.awaitView("diag.result").lines())
                .anyMatch(it -> it.contains("lost"))
                .anyMatch(it -> it.contains("+371 6000 0000"));
    }

    @Test
    void gw15ALowSupplyEndsTheSessionWithAReason() {
        bench.connected();
        bench.vehicle.volts = 11;
        bench.pass(3 * Nanos.SECOND);

        assertThat(bench.cloud.bodies("/end").getFirst().path("by").asString(""))
                .isEqualTo("low-voltage");
    }

    @Test
    void cs09TheReportReachesTheUserAndIsAcknowledged() {
        bench.connected();
        bench.pass(5 * Nanos.SECOND);
        bench.state = "resolved";
        bench.reported("resolved");
        bench.command("outcome");
        bench.pass(10 * Nanos.SECOND);

        assertThat(bench.awaitView("diag.result").title()).isEqualTo("Issue resolved");
        assertThat(bench.awaitView("diag.report").lines()).contains("sha256 abc");
        assertThat(bench.cloud.bodies("/ack").getFirst().path("sha256").asString(""))
                .isEqualTo("abc");
        assertThat(bench.infotainment.view("diag.session")).isEmpty();
    }

    @Test
    void cs09AReportIsDeliveredOnce() {
        bench.reported("follow-up");
        bench.agent.reportReady("S-1");
        bench.agent.reportReady("S-1");
        bench.pass(10 * Nanos.SECOND);

        assertThat(bench.cloud.bodies("/ack")).hasSize(1);
        assertThat(bench.awaitView("diag.result").lines()).contains("Bring the vehicle in", "Report R-1");
    }

    @Test
    void sc07AlternateAccessNeedsNoInfotainment() {
        bench.infotainment.light(false);
        bench.agent.openSession("phone");
        bench.pass(10 * Nanos.SECOND);
        assertThat(bench.agent.inSession()).isTrue();
        assertThat(bench.cluster.view("diag.session")).isPresent();
        bench.command("guidance").put("text", "Select P");

        assertThat(bench.result("C-1").path("status").asString("")).isEqualTo("done");
        assertThat(bench.cluster.view("diag.guidance").orElseThrow().lines()).contains("Select P");
    }

    @Test
    void anAppointmentIsShownWithTimeAndPlace() {
        bench.connected();
        bench.command("appointment")
                .put("start", "2026-11-23T09:00:00Z")
                .put("place", "Riga")
                .put("reason", "pump");

        assertThat(bench.awaitView("diag.appointment").lines())
                .contains("Time: 2026-11-23 09:00:00 UTC", "Place: Riga", "Reason: pump");
    }

    @Test
    void o1AnUpdateThatBeginsEndsTheSession() {
        bench.connected();
        bench.updating = true;
        bench.pass(3 * Nanos.SECOND);

        assertThat(bench.agent.inSession()).isFalse();
    }

    @Test
    void aLossOfPowerInTheUnitDoesNotEndTheSession() {
        bench.connected();
        bench.life.end();
        bench.pass(5 * Nanos.SECOND);
        bench.boot();

        assertThat(bench.agent.inSession()).isTrue();
    }

    @Test
    void afterALossOfPowerNothingIsReadBeforeTheCloudHasSaidThatTheSessionIsStillOpen() {
        bench.connected();
        bench.pass(5 * Nanos.SECOND);
        int before = bench.heard("BMS", "19").size();
        bench.life.end();
        bench.uplink.wifi().up(false);
        bench.uplink.cellular().up(false);
        bench.boot();

        assertThat(bench.awaitView("diag.session").lines()).contains("The connection is interrupted, trying again");
        assertThat(bench.heard("BMS", "19")).hasSize(before);

        bench.uplink.wifi().up(true);
        bench.pass(10 * Nanos.SECOND);
        assertThat(bench.awaitView("diag.session").lines()).contains("Diagnostic data is shared");
        assertThat(bench.heard("BMS", "19")).hasSizeGreaterThan(before);
    }

    @Test
    void aRequestWhoseAnswerIsLostIsSentAgainUnderTheSameConsent() {
        bench.cloud.lose("/sessions");
        bench.connected();

        assertThat(bench.cloud.bodies("/sessions").stream()
                        .map(it -> it.path("consentId").asString(""))
                        .filter(it -> !it.isEmpty()))
                .hasSize(2)
                .containsOnly(bench.cloud
                        .bodies("/sessions")
                        .getFirst()
                        .path("consentId")
                        .asString(""));
    }

    @Test
    void cs08EndNowWhileItConnectsLeavesNoSessionOpen() {
        bench.press("Diagnostics");
        bench.awaitView("diag.consent");
        bench.infotainment.touch("Allow");
        bench.awaitView("diag.connecting");
        bench.press("End Now");
        bench.pass(10 * Nanos.SECOND);

        assertThat(bench.agent.inSession()).isFalse();
        assertThat(bench.cloud.requests.stream()
                        .filter(it -> it.path().endsWith("/sessions"))
                        .count())
                .isEqualTo(bench.cloud.bodies("/end").size());
    }

    @Test
    void whoTriesAgainAfterNoAnswerAsksUnderTheSameConsentAndWhoHadEndedItUnderAnother() {
        for (int i = 0; i < 3; i++) {
            bench.cloud.lose("/sessions");
        }
        bench.press("Diagnostics");
        bench.awaitView("diag.consent");
        bench.press("Allow");
        bench.awaitView("diag.refused");
        bench.press("Retry");
        bench.awaitView("diag.consent");
        bench.cloud.lose("/sessions");
        bench.press("Allow");
        bench.press("End Now");
        bench.pass(5 * Nanos.SECOND);
        bench.connected();

        List<String> consents = bench.cloud.bodies("/sessions").stream()
                .map(it -> it.path("consentId").asString(""))
                .filter(it -> !it.isEmpty())
                .toList();
        assertThat(consents).hasSize(5);
        assertThat(consents.subList(0, 4)).containsOnly(consents.getFirst());
        assertThat(consents.getLast()).isNotEqualTo(consents.getFirst());
    }

    @Test
    void theReportOfTheOpenSessionEndsIt() {
        bench.connected();
        bench.reported("follow-up");
        bench.agent.reportReady("S-1");

        assertThat(bench.agent.inSession()).isFalse();
        assertThat(bench.infotainment.view("diag.session")).isEmpty();
        assertThat(bench.awaitView("diag.report").lines()).contains("sha256 abc");
    }

    @Test
    void gw16AReadOnlySessionLeavesNothingBehind() {
        bench.connected();
        bench.pass(30 * Nanos.SECOND);
        bench.press("End Now");

        assertThat(bench.heard("THM", "14")).isEmpty();
        assertThat(bench.heard("THM", "2e")).isEmpty();
        assertThat(bench.heard("THM", "31")).isEmpty();
    }

    private JsonNode held(int sessionAfterwards) {
        bench.vehicle.ecu("BMS").data.put(0xF186, new byte[] {(byte) sessionAfterwards});
        bench.vehicle.ecu("BMS").data.put(0x4931, new byte[] {0});
        bench.connected();
        bench.command("control")
                .put("ecu", "BMS")
                .put("did", "4931")
                .put("data", "01")
                .put("seconds", 5);
        return bench.result("C-1");
    }

    @Test
    void anOutputIsHeldAndGivenBack() {
        assertThat(held(3).path("status").asString("")).isEqualTo("done");
        assertThat(bench.heard("BMS", "2f")).containsExactly("2f49310301", "2f493100");
        assertThat(bench.heard("BMS", "10").getLast()).isEqualTo("1001");
    }

    @Test
    void b11AnOutputThatTheControlUnitTookBackIsToldAsLost() {
        JsonNode result = held(1);

        assertThat(result.path("status").asString("")).isEqualTo("failed");
        assertThat(result.path("error_code").asString("")).isEqualTo("vendor-specific");
        assertThat(result.path("vendor_code").asString("")).isEqualTo("control-lost");
    }

    @Test
    void gw13DrivingOffGivesAHeldOutputBack() {
        bench.vehicle.ecu("BMS").data.put(0xF186, new byte[] {3});
        bench.connected();
        bench.command("control")
                .put("ecu", "BMS")
                .put("did", "4931")
                .put("data", "01")
                .put("seconds", 60);
        bench.pass(3 * Nanos.SECOND);
        assertThat(bench.heard("BMS", "2f")).containsExactly("2f49310301");
        bench.vehicle.speed = 10;
        bench.pass(Nanos.SECOND);

        assertThat(bench.heard("BMS", "2f")).containsExactly("2f49310301", "2f493100");
        assertThat(bench.result("C-1").path("error_code").asString("")).isEqualTo("precondition-not-fulfilled");
    }

    @Test
    void gw04WhenTheLockEndsTheOutputIsGivenBackAndTheSessionEnds() {
        bench.vehicle.ecu("BMS").data.put(0xF186, new byte[] {3});
        bench.connected();
        bench.command("control")
                .put("ecu", "BMS")
                .put("did", "4931")
                .put("data", "01")
                .put("seconds", 60)
                .put("lockedUntil", bench.calendar.utc().plusSeconds(5).toString());
        bench.pass(6 * Nanos.SECOND);

        assertThat(bench.heard("BMS", "2f")).containsExactly("2f49310301", "2f493100");
        assertThat(bench.heard("BMS", "10").getLast()).isEqualTo("1001");
        bench.vehicle.ecu("BMS").heard.clear();
        bench.pass(10 * Nanos.SECOND);
        assertThat(bench.heard("BMS", "3e")).isEmpty();
    }

    @Test
    void gw04ACommandWhoseLockHasEndedIsNotCarriedOut() {
        bench.connected();
        bench.command("routine")
                .put("ecu", "THM")
                .put("rid", "0203")
                .put("lockedUntil", bench.calendar.utc().toString());

        assertThat(bench.result("C-1").path("error_code").asString("")).isEqualTo("precondition-not-fulfilled");
        assertThat(bench.heard("THM", "3101")).isEmpty();
    }
}

package dev.underpin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.cloud.TestClient.Exchange;
import dev.underpin.cloud.desk.ReportDelivery;
import dev.underpin.cloud.desk.Technician;
import dev.underpin.cloud.registry.Account;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.Sha256;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The support desk, rules CS-01 to CS-11 and SC-01 to SC-08. */
class SupportDeskTest {
    private static final String PUMP = "P0C4A-92";

    private final CloudBench bench = CloudBench.direct();
    private final TestVehicle vehicle = bench.vehicle();
    private final TestClient desk = bench.desk();

    @AfterEach
    void closeCloud() {
        bench.close();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("not-registered", change(account -> account.withRegistered(false)), "2026.44"),
                Arguments.of("contact-missing", change(account -> account.withContact("", "")), "2026.44"),
                Arguments.of(
                        "hardware-unsupported", change(account -> account.withDiagnosticsSupported(false)), "2026.44"),
                Arguments.of("software-outdated", change(account -> account), "2026.9"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void remoteDiagnosticsIsRefusedWithItsReason(String code, UnaryOperator<Account> change, String version) {
        bench.cloud().enrol(change.apply(Account.of(CloudBench.VIN, "Bob", CloudBench.PHONE)));
        Exchange refused = eligibility(version);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void aRegisteredDriverOfAnUpToDateVehicleIsEligible() {
        assertThat(eligibility("2026.44").json().path("eligible").asBoolean()).isTrue();
    }

    @Test
    void aSessionGoesThroughItsStatesInOrder() {
        String id = vehicle.open("car-button");
        assertThat(states(id)).containsExactly("requested", "consented", "connecting");
        put(id, healthy());
        assertThat(states(id)).endsWith("active");
    }

    @Test
    void anotherConsentWhileASessionLivesIsRefused() {
        vehicle.open("car-button");
        ObjectNode second =
                vehicle.opening("car-button", vehicle.proof(CloudBench.VIN)).put("consentId", "consent-2");
        assertThat(vehicle.post(vehicle.path("/sessions"), second).code()).isEqualTo("session-active");
    }

    @Test
    void theSameConsentAgainRenewsTheTokenOfTheSameSession() {
        assertThat(vehicle.open("car-button")).isEqualTo(vehicle.open("car-button"));
    }

    @Test
    void aProofWithTheWrongVinInsideOpensNothing() {
        ObjectNode body = vehicle.opening("car-button", vehicle.proof(CloudBench.OTHER_VIN));
        assertThat(vehicle.post(vehicle.path("/sessions"), body).code()).isEqualTo("vin-mismatch");
        assertThat(bench.cloud().desk().sessions()).isEmpty();
    }

    @Test
    void aReplayedProofOpensNothing() {
        ObjectNode body = vehicle.opening("car-button", vehicle.proof(CloudBench.VIN));
        vehicle.post(vehicle.path("/sessions"), body);
        assertThat(vehicle.post(vehicle.path("/sessions"), body).code()).isEqualTo("nonce-reused");
    }

    @Test
    void aTokenOfAnotherVehiclesSessionIsRefused() {
        String id = vehicle.open("car-button");
        TestVehicle other = bench.vehicle(CloudBench.OTHER_VIN);
        other.open("car-button");
        Exchange refused = other.get(other.path("/sessions/" + id + "/commands"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("token-wrong-vehicle");
    }

    @Test
    void aTokenOfAnEarlierSessionIsRefused() {
        String first = vehicle.open("car-button");
        String old = token();
        vehicle.post(session(first, "/end"), Json.object().put("by", "driver"));
        String second = vehicle.open("car-button");
        assertThat(withToken(second, old).code()).isEqualTo("token-wrong-session");
    }

    @Test
    void anotherVehiclesTokenOpensNothingInOnesOwnSession() {
        String own = vehicle.open("car-button");
        TestVehicle other = bench.vehicle(CloudBench.OTHER_VIN);
        other.open("car-button");
        assertThat(withToken(own, other.header("x-session-token")).code()).isEqualTo("token-wrong-vehicle");
    }

    @Test
    void aRequestWithoutATokenIsRefused() {
        String id = vehicle.open("car-button");
        Exchange refused = bench.vehicle().get(vehicle.path("/sessions/" + id + "/commands"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("token-missing");
    }

    @Test
    void aTokenAfterItsTimeIsRefused() {
        String id = vehicle.open("car-button");
        put(id, healthy());
        for (int minute = 0; minute < 30; minute++) {
            bench.pass(60);
            vehicle.post(session(id, "/health"), Json.object().put("speed", 0));
        }
        assertThat(vehicle.get(session(id, "/commands")).code()).isEqualTo("token-expired");
    }

    @Test
    void aTokenAfterTheVehicleHasEndedTheSessionIsRefused() {
        String id = vehicle.open("car-button");
        vehicle.post(session(id, "/end"), Json.object().put("by", "driver"));
        Exchange refused = vehicle.get(session(id, "/commands"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("session-ended");
        assertThat(bench.cloud().audit().entries())
                .anyMatch(entry -> entry.action().equals("token-refused"));
    }

    @Test
    void aCommandIsQueuedOnceHoweverOftenItIsSent() {
        String id = active();
        lock(id, 60);
        ObjectNode order = routine().put("commandId", "c1");
        assertThat(command(id, order).status()).isEqualTo(201);
        assertThat(command(id, order).status()).isEqualTo(200);
        assertThat(vehicle.get(session(id, "/commands?after=0")).json().path("commands"))
                .hasSize(1);
    }

    @Test
    void theFirstResultOfACommandCounts() {
        String id = active();
        lock(id, 60);
        command(id, routine().put("commandId", "c1"));
        assertThat(result(id, "c1", "done", Json.object()).json().path("status").asString())
                .isEqualTo("accepted");
        assertThat(result(id, "c1", "failed", Json.object())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("duplicate");
        assertThat(view(id).path("commands")
                        .path(0)
                        .path("result")
                        .path("status")
                        .asString())
                .isEqualTo("done");
    }

    @Test
    void theNextGuidanceStepWaitsForTheLastOne() {
        String id = active();
        command(id, guidance().put("commandId", "g1"));
        assertThat(command(id, guidance()).code()).isEqualTo("step-open");
        desk.post("/desk/v1/sessions/" + id + "/commands/g1/skip", Json.object().put("reason", "the driver drives"));
        assertThat(command(id, guidance()).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"routine", "control", "reset"})
    void gw03WhatActsOnAControlUnitNeedsItsLock(String kind) {
        String id = active();
        ObjectNode order = routine().put("kind", kind).put("did", "4931").put("data", "01");
        assertThat(command(id, order).status()).isEqualTo(409);
        assertThat(command(id, order).code()).isEqualTo("lock-required");

        assertThat(lock(id, 60).status()).isEqualTo(201);
        assertThat(command(id, order).status()).isEqualTo(201);
        assertThat(view(id).path("locks").path(0).path("technician").asString()).isEqualTo("Alise");
    }

    @Test
    void gw04ALockEndsAtItsMomentOrIsGivenBack() {
        String id = active();
        lock(id, 10);
        assertThat(command(id, routine()).json().path("lockedUntil").asString())
                .isEqualTo(bench.calendar().utc().plusSeconds(10).toString());
        bench.pass(10);
        assertThat(command(id, routine()).code()).isEqualTo("lock-required");
        lock(id, 60);
        lock(id, 0);
        assertThat(command(id, routine()).code()).isEqualTo("lock-required");
    }

    @Test
    void gw03AForeignLockIsRespected() {
        CloudBench two = benchWithTwoTechnicians();
        try (two) {
            TestVehicle car = two.vehicle();
            String id = car.open("car-button");
            car.put(
                    car.path("/sessions/" + id + "/snapshot"),
                    readOut().ecu("THM", PUMP).json());
            String session = "/desk/v1/sessions/" + id;
            ObjectNode wanted = Json.object().put("ecu", "THM");
            two.desk("Alise").post(session + "/locks", wanted);

            assertThat(two.desk("Edgars").post(session + "/locks", wanted).status())
                    .isEqualTo(423);
            assertThat(two.desk("Edgars").post(session + "/commands", routine()).status())
                    .isEqualTo(423);
        }
    }

    @Test
    void aSecondTechnicianIsRefused() {
        CloudBench two = benchWithTwoTechnicians();
        try (two) {
            TestVehicle car = two.vehicle();
            String id = car.open("car-button");
            car.put(
                    car.path("/sessions/" + id + "/snapshot"),
                    readOut().ecu("THM", PUMP).json());
            two.desk("Alise").post("/desk/v1/sessions/" + id + "/commands", guidance());
            assertThat(two.desk("Edgars")
                            .post("/desk/v1/sessions/" + id + "/commands", guidance())
                            .code())
                    .isEqualTo("session-held");
        }
    }

    @Test
    void aTechnicianOfTheFirstTierMayOnlyReadAndGuide() {
        CloudBench two = benchWithTwoTechnicians();
        try (two) {
            TestVehicle car = two.vehicle();
            String id = car.open("car-button");
            car.put(
                    car.path("/sessions/" + id + "/snapshot"),
                    readOut().ecu("THM", PUMP).json());
            assertThat(two.desk("Edgars")
                            .post("/desk/v1/sessions/" + id + "/commands", routine())
                            .code())
                    .isEqualTo("insufficient-access-rights");
        }
    }

    @Test
    void someoneWhoIsNotOnDutyIsRefused() {
        assertThat(bench.desk("Mallory").get("/desk/v1/sessions").code()).isEqualTo("technician-unknown");
    }

    @Test
    void theConsoleNamesTheDeadUnitAndNotItsEchoes() {
        String id = vehicle.open("car-button");
        put(
                id,
                readOut()
                        .silent("BMS")
                        .ecu("VCU", "U0111-87")
                        .ecu("OBC", "U0111-87")
                        .ecu("IPC", "U0111-87")
                        .json());
        JsonNode assessment = view(id).path("assessment");
        assertThat(assessment.path("root").path("ecu").asString()).isEqualTo("BMS");
        assertThat(assessment.path("cascade")).hasSize(3);
        assertThat(view(id).path("silent").path(0).asString()).isEqualTo("BMS");
    }

    @Test
    void aSessionThatHearsNothingIsSuspendedAndThenAbortedWithAReport() {
        String id = active();
        bench.pass(11);
        assertThat(view(id).path("state").asString()).isEqualTo("suspended");
        assertThat(view(id).path("presence").asString()).isEqualTo("offline");
        bench.pass(121);
        assertThat(view(id).path("state").asString()).isEqualTo("aborted");
        assertThat(teamReports()).hasSize(1);
    }

    @Test
    void aVehicleThatComesBackInTimeKeepsItsSession() {
        String id = active();
        bench.pass(60);
        vehicle.get(session(id, "/commands"));
        assertThat(states(id)).endsWith("active", "suspended", "active");
    }

    @Test
    void aClearAloneIsNoEvidence() {
        String id = active();
        perform(id, Json.object().put("kind", "clear").put("ecu", "THM"), look(true));
        bench.pass(3);
        put(id, healthy());
        Exchange refused = close(id, "resolved");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("evidence-missing");
        assertThat(refused.json().path("missing").toString()).contains("retest");
    }

    @Test
    void aPassedTestBeforeTheClearIsNoEvidence() {
        String id = active();
        perform(id, retest(), look(true));
        perform(id, Json.object().put("kind", "clear").put("ecu", "THM"), look(true));
        bench.pass(3);
        put(id, healthy());
        assertThat(close(id, "resolved").code()).isEqualTo("evidence-missing");
    }

    @Test
    void aFailedTestIsNoEvidence() {
        String id = active();
        perform(id, Json.object().put("kind", "clear").put("ecu", "THM"), look(true));
        bench.pass(3);
        perform(id, retest(), look(false));
        assertThat(close(id, "resolved").code()).isEqualTo("evidence-missing");
    }

    @Test
    void aTestRightAfterTheClearIsNoEvidenceForTheCodeMayReturn() {
        String id = active();
        perform(id, Json.object().put("kind", "clear").put("ecu", "THM"), look(true));
        perform(id, retest(), look(true));
        assertThat(close(id, "resolved").json().path("missing").toString()).contains("2 s after the clear");
    }

    @Test
    void aPassedTestWithoutAFreshReadOutIsNoEvidence() {
        String id = active();
        perform(id, Json.object().put("kind", "clear").put("ecu", "THM"), look(true));
        bench.pass(3);
        perform(id, retest(), Json.object().put("passed", true));
        assertThat(close(id, "resolved").json().path("missing").toString()).contains("a fresh read-out of THM");
        put(id, healthy());
        assertThat(close(id, "resolved").status()).isEqualTo(200);
    }

    @Test
    void aLampThatIsStillLitIsNoEvidence() {
        String id = active();
        repair(id);
        vehicle.post(session(id, "/health"), Json.object().set("lamps", Json.array(List.of("battery-temperature"))));
        assertThat(close(id, "resolved").json().path("missing").toString()).contains("lamp battery-temperature");
    }

    @Test
    void aCodeThatReturnsIsNoEvidence() {
        String id = active();
        repair(id);
        put(id, readOut().ecu("THM", PUMP).json());
        assertThat(close(id, "resolved").json().path("missing").toString()).contains(PUMP);
    }

    @Test
    void aPassedTestAfterTheClearWithAFreshReadOutResolves() {
        String id = active();
        repair(id);
        Exchange closed = close(id, "resolved");
        assertThat(closed.status()).isEqualTo(200);
        assertThat(states(id)).endsWith("active", "resolved");
    }

    @Test
    void theReportReachesUserAndTeamWithOneNumberAndOneHash() {
        String id = active();
        repair(id);
        close(id, "resolved");
        JsonNode mail = last(vehicle.get(vehicle.path("/mailbox")).json().path("messages"), "report");
        JsonNode app = last(
                bench.app().get("/app/v1/" + CloudBench.VIN + "/inbox").json().path("messages"), "report");
        JsonNode team = teamReports().path(0);
        JsonNode fetched = vehicle.get(session(id, "/report")).json();
        assertThat(Stream.of(mail, app, team)
                        .map(notice -> notice.path("sha256").asString()))
                .containsOnly(fetched.path("sha256").asString());
        assertThat(Stream.of(mail, app, team)
                        .map(notice -> notice.path("reportId").asString()))
                .containsOnly(fetched.path("reportId").asString());
        assertThat(app.path("report")).isEqualTo(fetched);
        assertThat(team.path("report")).isEqualTo(fetched);
    }

    @Test
    void theHashCoversTheReport() {
        String id = active();
        close(id, "follow-up");
        ObjectNode report = (ObjectNode) vehicle.get(session(id, "/report")).json();
        String hash = report.remove("sha256").asString();
        assertThat(Sha256.hex(Json.canonical(report))).isEqualTo(hash);
        report.put("outcome", "resolved");
        assertThat(Sha256.hex(Json.canonical(report))).isNotEqualTo(hash);
    }

    @Test
    void anAcknowledgementNamesTheHashThatWasReceived() {
        String id = active();
        String hash = close(id, "follow-up").json().path("sha256").asString();
        assertThat(acknowledge(id, "0".repeat(64)).code()).isEqualTo("hash-mismatch");
        assertThat(acknowledge(id, hash).status()).isEqualTo(200);
        assertThat(teamReports().path(0).path("acknowledged").asBoolean()).isTrue();
    }

    @Test
    void anUnacknowledgedReportIsSentAgain() {
        String id = active();
        String hash = close(id, "follow-up").json().path("sha256").asString();
        bench.pass(301);
        assertThat(reportsInMailbox()).isEqualTo(2);
        acknowledge(id, hash);
        bench.pass(301);
        assertThat(reportsInMailbox()).isEqualTo(2);
    }

    @Test
    void everyEndMakesAReport() {
        String id = vehicle.open("car-button");
        vehicle.post(session(id, "/end"), Json.object().put("by", "driver").put("reason", "driver pressed End Now"));
        assertThat(teamReports().path(0).path("outcome").asString()).isEqualTo("aborted");
        assertThat(vehicle.get(session(id, "/report")).json().path("nextSteps")).isNotEmpty();
    }

    @Test
    void anAppointmentIsMadeOnceAndToldToUserAndVehicle() {
        String id = active();
        Exchange made = desk.post("/desk/v1/sessions/" + id + "/appointments", Json.object());
        Exchange again = desk.post("/desk/v1/sessions/" + id + "/appointments", Json.object());
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("start").asString()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(made.json());
        assertThat(last(vehicle.get(vehicle.path("/mailbox")).json().path("messages"), "appointment")
                        .path("start"))
                .isEqualTo(made.json().path("start"));
        assertThat(close(id, "appointment").json().path("appointment")).isEqualTo(made.json());
    }

    @Test
    void aSlotThatIsTakenIsRefusedWithAlternatives() {
        String id = active();
        ObjectNode wish = Json.object().put("slot", "2026-11-22T09:00:00Z");
        Exchange refused = desk.post("/desk/v1/sessions/" + id + "/appointments", wish);
        assertThat(refused.code()).isEqualTo("slot-taken");
        assertThat(refused.json().path("alternatives")).isNotEmpty();
    }

    @Test
    void anOutcomeWithoutItsNextStepIsRefused() {
        assertThat(close(active(), "appointment").code()).isEqualTo("next-step-missing");
    }

    @Test
    void theOutcomeStillReachesTheVehicleAfterTheClose() {
        String id = active();
        close(id, "follow-up");
        JsonNode answer = vehicle.get(session(id, "/commands?after=0")).json();
        assertThat(answer.path("state").asString()).isEqualTo("follow-up");
        assertThat(answer.path("commands").path(0).path("outcome").asString()).isEqualTo("follow-up");
        bench.pass(121);
        assertThat(vehicle.get(session(id, "/commands?after=0")).code()).isEqualTo("session-ended");
    }

    @Test
    void aCallFromTheRegisteredNumberOpensTheWayForThePhoneSession() {
        assertThat(vehicle.post(vehicle.path("/sessions"), vehicle.opening("phone", vehicle.proof(CloudBench.VIN)))
                        .code())
                .isEqualTo("consent-missing");
        assertThat(call(CloudBench.PHONE).status()).isEqualTo(202);
        assertThat(last(vehicle.get(vehicle.path("/mailbox")).json().path("messages"), "open-session")
                        .path("channel")
                        .asString())
                .isEqualTo("phone");
        String id = vehicle.open("phone");
        assertThat(states(id)).containsExactly("requested", "consented", "connecting");
    }

    @Test
    void aCallFromAnUnknownNumberIsRefused() {
        assertThat(call("+371 2999 9999").code()).isEqualTo("contact-unknown");
    }

    @Test
    void aVehicleThatNeverConnectsEndsTheRequestWithAReport() {
        call(CloudBench.PHONE);
        bench.pass(301);
        assertThat(teamReports().path(0).path("outcome").asString()).isEqualTo("aborted");
    }

    @Test
    void anAppointmentCanBeMadeWhenTheVehicleNeverConnects() {
        call(CloudBench.PHONE);
        String id = bench.cloud().desk().live(CloudBench.VIN).orElseThrow().id();
        desk.post("/desk/v1/sessions/" + id + "/appointments", Json.object());
        assertThat(close(id, "appointment").status()).isEqualTo(200);
    }

    @Test
    void withdrawingConsentInTheAppEndsTheSession() {
        String id = active();
        bench.app()
                .post(
                        "/app/v1/" + CloudBench.VIN + "/session-consent",
                        Json.object().put("grant", false));
        assertThat(states(id)).endsWith("aborted");
        assertThat(last(vehicle.get(vehicle.path("/mailbox")).json().path("messages"), "consent-revoked")
                        .path("feature")
                        .asString())
                .isEqualTo("remote-diagnostics");
    }

    @Test
    void aDeliveryCanBeReplacedToMakeItFail() {
        try (CloudBench forgetful = CloudBench.direct(seams -> seams.withReports(Forgetful::new))) {
            TestVehicle car = forgetful.vehicle();
            String id = car.open("car-button");
            car.post(car.path("/sessions/" + id + "/end"), Json.object().put("by", "driver"));
            assertThat(forgetful.desk().get("/desk/v1/inbox").json().path("reports"))
                    .hasSize(1);
            assertThat(forgetful
                            .app()
                            .get("/app/v1/" + CloudBench.VIN + "/inbox")
                            .json()
                            .path("messages"))
                    .isEmpty();
        }
    }

    /** Never tells the user. */
    private record Forgetful(ReportDelivery honest) implements ReportDelivery {
        @Override
        public void toUser(dev.underpin.cloud.registry.Vehicle vehicle, dev.underpin.cloud.desk.Report report) {}

        @Override
        public void toTeam(dev.underpin.cloud.desk.Report report) {
            honest.toTeam(report);
        }
    }

    private static UnaryOperator<Account> change(UnaryOperator<Account> change) {
        return change;
    }

    private static CloudBench benchWithTwoTechnicians() {
        return CloudBench.withRoster(List.of(new Technician("Alise", 2), new Technician("Edgars", 1)));
    }

    private Exchange eligibility(String version) {
        ObjectNode body = Json.object().put("feature", "remote-diagnostics");
        body.putObject("versions").put("IVI", version);
        return vehicle.post(vehicle.path("/eligibility"), body);
    }

    private String active() {
        String id = vehicle.open("car-button");
        put(
                id,
                readOut()
                        .ecu("THM", PUMP)
                        .ecu("BMS")
                        .lamp("battery-temperature")
                        .json());
        return id;
    }

    private void repair(String id) {
        perform(id, Json.object().put("kind", "clear").put("ecu", "THM"), look(true));
        bench.pass(3);
        perform(id, retest(), look(true));
    }

    private void perform(String id, ObjectNode order, ObjectNode data) {
        String commandId = command(id, order).json().path("commandId").asString();
        result(id, commandId, "done", data);
    }

    /** What an action ends with: whether it passed, no codes, no lamps. */
    private static ObjectNode look(boolean passed) {
        ObjectNode data = Json.object().put("passed", passed);
        data.putArray("dtcs");
        data.putArray("lamps");
        return data;
    }

    private ReadOut readOut() {
        return ReadOut.of(CloudBench.VIN, bench.calendar().utc());
    }

    private ObjectNode healthy() {
        return readOut().ecu("THM").ecu("BMS").json();
    }

    private static ObjectNode routine() {
        return Json.object().put("kind", "routine").put("ecu", "THM").put("rid", "0203");
    }

    private static ObjectNode retest() {
        return Json.object().put("kind", "retest").put("ecu", "THM").put("dtc", PUMP);
    }

    private static ObjectNode guidance() {
        return Json.object()
                .put("kind", "guidance")
                .put("text", "Park at a safe place")
                .put("who", "driver");
    }

    private Exchange lock(String id, int seconds) {
        return desk.post(
                "/desk/v1/sessions/" + id + "/locks",
                Json.object().put("ecu", "THM").put("seconds", seconds));
    }

    private Exchange command(String id, ObjectNode order) {
        return desk.post("/desk/v1/sessions/" + id + "/commands", order);
    }

    private Exchange result(String id, String command, String status, ObjectNode data) {
        ObjectNode body = Json.object().put("commandId", command).put("status", status);
        body.set("data", data);
        return vehicle.post(session(id, "/results"), body);
    }

    private Exchange close(String id, String outcome) {
        return desk.post("/desk/v1/sessions/" + id + "/close", Json.object().put("outcome", outcome));
    }

    private Exchange acknowledge(String id, String hash) {
        return vehicle.post(session(id, "/report/ack"), Json.object().put("sha256", hash));
    }

    private Exchange call(String phone) {
        return desk.post("/desk/v1/calls", Json.object().put("phone", phone).put("vin", CloudBench.VIN));
    }

    private String token() {
        return vehicle.header("x-session-token");
    }

    private Exchange withToken(String id, String token) {
        return vehicle.get(session(id, "/commands"), Map.of("x-session-token", token));
    }

    private void put(String id, ObjectNode snapshot) {
        assertThat(vehicle.put(session(id, "/snapshot"), snapshot).status()).isEqualTo(200);
    }

    private String session(String id, String rest) {
        return vehicle.path("/sessions/" + id + rest);
    }

    private JsonNode view(String id) {
        return desk.get("/desk/v1/sessions/" + id).json();
    }

    private List<String> states(String id) {
        return view(id).path("timeline")
                .valueStream()
                .map(step -> step.path("state").asString())
                .toList();
    }

    private JsonNode teamReports() {
        return desk.get("/desk/v1/inbox").json().path("reports");
    }

    private long reportsInMailbox() {
        return vehicle.send("GET", vehicle.path("/mailbox"), new byte[0], Map.of())
                .json()
                .path("messages")
                .valueStream()
                .filter(message -> message.path("type").asString().equals("report"))
                .count();
    }

    private static JsonNode last(JsonNode messages, String type) {
        return messages.valueStream()
                .filter(message -> message.path("type").asString().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}

package dev.underpin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.cloud.TestClient.Exchange;
import dev.underpin.cloud.registry.Account;
import dev.underpin.cloud.registry.AuditLog;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.cloud.trust.Json;
import dev.underpin.cloud.trust.Sha256;
import dev.underpin.cloud.trust.SignedEnvelope;
import dev.underpin.cloud.update.Offer;
import dev.underpin.cloud.update.SyncStatus;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
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
import tools.jackson.databind.node.ArrayNode;

/** The update cloud, rules B1 to B16 of the back end. */
class UpdateCloudTest {
    private final CloudBench bench = CloudBench.direct();
    private final TestVehicle vehicle = bench.vehicle();

    @AfterEach
    void closeCloud() {
        bench.close();
    }

    @Test
    void nothingIsOfferedBeforeARelease() {
        assertThat(vehicle.get(vehicle.path("/offer")).status()).isEqualTo(204);
    }

    @Test
    void aPublishedReleaseIsAnnouncedInTheMailboxAndOffered() {
        bench.publish("drive");
        JsonNode message = vehicle.get(vehicle.path("/mailbox?after=0"))
                .json()
                .path("messages")
                .path(0);
        JsonNode offer = vehicle.get(vehicle.path("/offer")).json();
        assertThat(message.path("type").asString()).isEqualTo("offer");
        assertThat(message.path("offerId")).isEqualTo(offer.path("offerId"));
        assertThat(offer.path("version").asString()).isEqualTo("2026.47");
        assertThat(offer.path("sizeBytes").asLong()).isEqualTo(128 * 1024);
    }

    @Test
    void messagesThatWereSeenAreNotSentAgain() {
        bench.publish("drive");
        assertThat(vehicle.get(vehicle.path("/mailbox?after=1")).json().path("messages"))
                .isEmpty();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("account-not-registered", change(account -> account.withRegistered(false))),
                Arguments.of("consent-missing", change(account -> account.withOtaConsent(false))),
                Arguments.of("ota-not-supported", change(account -> account.withOtaSupported(false))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void onlyRegisteredConsentingSupportedVehiclesGetAnOffer(String code, UnaryOperator<Account> change) {
        bench.publish("drive");
        bench.cloud().enrol(change.apply(Account.of(CloudBench.VIN, "Bob", CloudBench.PHONE)));
        Exchange refused = vehicle.get(vehicle.path("/offer"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(vehicle.get(vehicle.path("/director/timestamp.json")).status())
                .isEqualTo(403);
    }

    @Test
    void directorAndImageRepositorySignTheSameImagesWithDifferentKeys() throws Exception {
        bench.publish("drive");
        SignedEnvelope director = director();
        SignedEnvelope images = SignedEnvelope.parse(vehicle.metadata("/vehicle/v1/image-repo/", "targets")
                .response()
                .body());
        DevelopmentKeys keys = DevelopmentKeys.standard();
        assertThat(director.signedBy(key(keys, "director"))).isTrue();
        assertThat(director.signedBy(key(keys, "image-repo"))).isFalse();
        assertThat(images.signedBy(key(keys, "image-repo"))).isTrue();
        assertThat(images.signed().path("targets").values())
                .containsAll(director.signed().path("targets").values());
    }

    @Test
    void aChangedByteBreaksTheSignature() throws Exception {
        bench.publish("drive");
        byte[] body = vehicle.metadata(vehicle.path("/director/"), "targets")
                .response()
                .body();
        byte[] changed = new String(body, StandardCharsets.UTF_8)
                .replace("BMS-H1", "BMS-H2")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(SignedEnvelope.parse(changed).signedBy(key(DevelopmentKeys.standard(), "director")))
                .isFalse();
    }

    @Test
    void emptyTargetsAreBoundToTheVehicle() throws Exception {
        assertThat(director().signed().path("director").asString()).isEqualTo(CloudBench.VIN);
    }

    @Test
    void theDirectorsVersionGrowsOnlyWhenTheAssignmentChanges() throws Exception {
        long before = version();
        bench.publish("drive");
        long after = version();
        assertThat(after).isEqualTo(before + 1);
        assertThat(version()).isEqualTo(after);
    }

    @Test
    void anImageIsWhatItsTargetSays() throws Exception {
        bench.publish("drive");
        JsonNode target = target(0);
        byte[] file = vehicle.get(image(target)).response().body();
        assertThat(file).hasSize(target.path("length").asInt());
        assertThat(Sha256.hex(file)).isEqualTo(target.path("sha256").asString());
    }

    @Test
    void rangesPutTogetherAreTheFile() throws Exception {
        bench.publish("drive");
        JsonNode target = target(0);
        byte[] whole = vehicle.get(image(target)).response().body();
        Exchange first = vehicle.get(image(target), Map.of("range", "bytes=0-999"));
        Exchange rest = vehicle.get(image(target), Map.of("range", "bytes=1000-"));
        assertThat(first.status()).isEqualTo(206);
        assertThat(first.response().headers())
                .containsEntry("content-range", "bytes 0-999/" + whole.length)
                .containsEntry("etag", '"' + target.path("sha256").asString() + '"');
        assertThat(first.response().body()).isEqualTo(java.util.Arrays.copyOf(whole, 1000));
        assertThat(rest.response().body()).isEqualTo(java.util.Arrays.copyOfRange(whole, 1000, whole.length));
    }

    @Test
    void theLastBytesCanBeAskedFor() throws Exception {
        bench.publish("drive");
        Exchange tail = vehicle.get(image(target(0)), Map.of("range", "bytes=-64"));
        assertThat(tail.status()).isEqualTo(206);
        assertThat(tail.response().body()).hasSize(64);
    }

    @Test
    void aRangeBeyondTheEndIsNotSatisfiable() throws Exception {
        bench.publish("drive");
        Exchange beyond = vehicle.get(image(target(0)), Map.of("range", "bytes=65536-"));
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.response().headers()).containsEntry("content-range", "bytes */65536");
    }

    @Test
    void aRangeOfAChangedFileGivesTheWholeFile() throws Exception {
        bench.publish("drive");
        Exchange changed = vehicle.get(image(target(0)), Map.of("range", "bytes=0-9", "if-range", "\"other\""));
        assertThat(changed.status()).isEqualTo(200);
    }

    @Test
    void anUnknownImageIsNotFound() {
        assertThat(vehicle.get("/vehicle/v1/images/none.upi").code()).isEqualTo("unknown-image");
    }

    @Test
    void eventsCountOnceAndInTheirOwnOrder() {
        bench.publish("drive");
        assertThat(event(2, "install").json().path("status").asString()).isEqualTo("accepted");
        assertThat(event(1, "download").json().path("status").asString()).isEqualTo("accepted");
        assertThat(event(2, "error").json().path("status").asString()).isEqualTo("duplicate");
        JsonNode status =
                bench.app().get("/app/v1/" + CloudBench.VIN + "/update").json().path("status");
        assertThat(status.path("phase").asString()).isEqualTo("install");
    }

    @Test
    void aDeniedOfferIsNotOfferedAgain() {
        bench.publish("drive");
        event(1, "denied");
        bench.publish("drive");
        assertThat(vehicle.get(vehicle.path("/offer")).status()).isEqualTo(204);
        assertThat(vehicle.get(vehicle.path("/mailbox")).json().path("messages"))
                .hasSize(1);
    }

    @Test
    void publishingWhatIsOfferedAlreadyTellsNothingNew() {
        bench.publish("drive");
        bench.publish("drive");
        assertThat(vehicle.get(vehicle.path("/mailbox")).json().path("messages"))
                .hasSize(1);
    }

    @Test
    void aWithdrawnOfferIsGoneAndTheVehicleIsTold() {
        bench.publish("drive");
        bench.cloud().updates().withdraw(CloudBench.VIN, "campaign-stopped");
        assertThat(vehicle.get(vehicle.path("/offer")).status()).isEqualTo(204);
        assertThat(vehicle.get(vehicle.path("/mailbox?after=1"))
                        .json()
                        .path("messages")
                        .path(0)
                        .path("type")
                        .asString())
                .isEqualTo("offer-withdrawn");
    }

    @Test
    void aVehicleIsInSyncOnlyByASignedReportOfTheNewHashes() throws Exception {
        bench.publish("drive");
        assertThat(vehicle.manifest("n1", "success", installed(""))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("IN_SYNC");
        assertThat(bench.cloud().updates().status(CloudBench.VIN)).isEqualTo(SyncStatus.IN_SYNC);
        assertThat(vehicle.get(vehicle.path("/offer")).status()).isEqualTo(204);
    }

    @Test
    void aSuccessThatTheHashesDenyIsOutOfSync() throws Exception {
        bench.publish("drive");
        assertThat(vehicle.manifest("n1", "success", installed("VCU"))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("OUT_OF_SYNC");
    }

    @Test
    void aReportedFailureLeavesTheOfferOpenForAnotherTry() throws Exception {
        bench.publish("drive");
        assertThat(vehicle.manifest("n1", "rolled-back", installed("VCU"))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("FAILED");
        assertThat(bench.cloud().updates().status(CloudBench.VIN)).isEqualTo(SyncStatus.FAILED);
        assertThat(vehicle.get(vehicle.path("/offer")).status()).isEqualTo(200);
    }

    @Test
    void aReplayedManifestIsDropped() throws Exception {
        bench.publish("drive");
        vehicle.manifest("n1", "failed", installed("VCU"));
        Exchange replayed = vehicle.manifest("n1", "success", installed(""));
        assertThat(replayed.status()).isEqualTo(409);
        assertThat(replayed.code()).isEqualTo("nonce-reused");
        assertThat(bench.cloud().updates().status(CloudBench.VIN)).isEqualTo(SyncStatus.FAILED);
    }

    @Test
    void aManifestThatClaimsSuccessWithoutAnAssignedEcuIsDropped() {
        bench.publish("drive");
        assertThat(vehicle.manifest("n1", "success", Json.array()).code()).isEqualTo("ecu-missing");
    }

    @Test
    void aManifestOfAnotherKeyIsDropped() {
        KeyPair other = DevelopmentKeys.ofSeed(1).vehicle(CloudBench.VIN);
        byte[] forged = SignedEnvelope.seal(
                Json.object().put("vin", CloudBench.VIN).put("nonce", "n").put("outcome", "success"), other);
        Exchange dropped = vehicle.send("POST", vehicle.path("/manifest"), forged, Map.of());
        assertThat(dropped.status()).isEqualTo(403);
        assertThat(dropped.code()).isEqualTo("signature-invalid");
    }

    @Test
    void aVehicleThatBeganAndFellSilentForADayCountsAsSilent() {
        bench.publish("drive");
        event(1, "install");
        bench.pass(25 * 3600);
        assertThat(bench.cloud().updates().status(CloudBench.VIN)).isEqualTo(SyncStatus.SILENT);
    }

    @Test
    void aCampaignStopsWhenTooManyVehiclesFail() throws Exception {
        bench.cloud().updates().failureLimit(1);
        bench.publish("drive");
        bench.cloud().updates().publish(CloudBench.CATALOGUE.release("drive"), CloudBench.OTHER_VIN);
        vehicle.manifest("n1", "failed", installed("VCU"));
        assertThat(bench.cloud().updates().latestOffer(CloudBench.OTHER_VIN).map(Offer::state))
                .contains(Offer.State.WITHDRAWN);
    }

    @Test
    void aUsedTokenIsRefused() {
        Map<String, String> once = Map.of("authorization", "Bearer " + vehicle.bearer());
        assertThat(vehicle.get(vehicle.path("/mailbox"), once).status()).isEqualTo(200);
        assertThat(vehicle.get(vehicle.path("/mailbox"), once).code()).isEqualTo("credentials-replayed");
    }

    @Test
    void aTokenOfAnotherVehicleIsRefused() {
        Map<String, String> other = Map.of(
                "authorization", "Bearer " + bench.vehicle(CloudBench.OTHER_VIN).bearer());
        assertThat(vehicle.get(vehicle.path("/mailbox"), other).code()).isEqualTo("wrong-vehicle");
    }

    @Test
    void aTokenThatIsTooOldIsRefusedAndTheClockNamedAsTheCause() {
        Map<String, String> old = Map.of("authorization", "Bearer " + vehicle.bearer());
        bench.pass(600);
        Exchange refused = vehicle.get(vehicle.path("/mailbox"), old);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("clock-skew");
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        String payload = vehicle.bearer().split("\\.")[1];
        String none = "eyJhbGciOiJub25lIn0." + payload + ".";
        assertThat(vehicle.get(vehicle.path("/mailbox"), Map.of("authorization", "Bearer " + none))
                        .code())
                .isEqualTo("credentials-invalid");
    }

    @Test
    void anotherVehiclesPathIsClosedToTheCertificate() {
        assertThat(vehicle.get("/vehicle/v1/" + CloudBench.OTHER_VIN + "/offer").code())
                .isEqualTo("certificate-mismatch");
    }

    @Test
    void aButtonOfTheAppReachesTheVehiclesMailbox() {
        bench.app()
                .post("/app/v1/" + CloudBench.VIN + "/commands", Json.object().put("command", "Download Now"));
        JsonNode message =
                vehicle.get(vehicle.path("/mailbox")).json().path("messages").path(0);
        assertThat(message.path("type").asString()).isEqualTo("app-command");
        assertThat(message.path("command").asString()).isEqualTo("Download Now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"phase\":\"x\",\"offerId\":\"o\",\"sequence\":1e99}",
                "{\"phase\":\"x\",\"offerId\":\"o\",\"sequence\":123456789012345678901234567890}"
            })
    void aMalformedBodyIsRefusedAndNotAnError(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Exchange refused = vehicle.send("POST", vehicle.path("/events"), bytes, Map.of());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("request-malformed");
    }

    @Test
    void aMalformedQueryIsRefusedAndNotAnError() {
        assertThat(vehicle.get(vehicle.path("/mailbox?after=x")).code()).isEqualTo("request-malformed");
        assertThat(vehicle.get(vehicle.path("/mailbox?after=%ZZ")).code()).isEqualTo("request-malformed");
    }

    @Test
    void theAuditLogIsChainedAndShowsAChange() throws Exception {
        bench.publish("drive");
        vehicle.manifest("n1", "success", installed(""));
        var log = bench.cloud().audit().entries();
        assertThat(AuditLog.firstBreak(log)).isEmpty();
        assertThat(AuditLog.firstBreak(log.subList(1, log.size()))).hasValue(0);
    }

    private static UnaryOperator<Account> change(UnaryOperator<Account> change) {
        return change;
    }

    private static PublicKey key(DevelopmentKeys keys, String repository) {
        return keys.role(repository, "targets", 1, 1).getPublic();
    }

    private SignedEnvelope director() throws Exception {
        return SignedEnvelope.parse(vehicle.metadata(vehicle.path("/director/"), "targets")
                .response()
                .body());
    }

    private long version() throws Exception {
        return director().signed().path("version").asLong();
    }

    private JsonNode target(int index) throws Exception {
        return director().signed().path("targets").path(index);
    }

    private static String image(JsonNode target) {
        return "/vehicle/v1/images/" + target.path("filename").asString();
    }

    private Exchange event(int sequence, String phase) {
        String offerId = bench.cloud()
                .updates()
                .latestOffer(CloudBench.VIN)
                .orElseThrow()
                .id();
        return vehicle.post(
                vehicle.path("/events"),
                Json.object()
                        .put("offerId", offerId)
                        .put("sequence", sequence)
                        .put("phase", phase)
                        .put("percent", 10));
    }

    /** Reports of all ECUs with the offered images, but of {@code old} with its old one. */
    private ArrayNode installed(String old) throws Exception {
        ArrayNode ecus = Json.array();
        JsonNode targets = director().signed().path("targets");
        bench.cloud().registry().vehicle(CloudBench.VIN).inventory().forEach(known -> {
            JsonNode target = targets.valueStream()
                    .filter(entry -> entry.path("ecu").asString().equals(known.ecu()))
                    .findFirst()
                    .orElse(Json.object());
            boolean updated = !known.ecu().equals(old) && target.has("sha256");
            ecus.add(Json.object()
                    .put("ecu", known.ecu())
                    .put("version", updated ? target.path("version").asString() : known.version())
                    .put("sha256", updated ? target.path("sha256").asString() : known.sha256())
                    .put("releaseCounter", 47)
                    .put("serial", "s-" + known.ecu())
                    .put("result", "ok"));
        });
        return ecus;
    }
}

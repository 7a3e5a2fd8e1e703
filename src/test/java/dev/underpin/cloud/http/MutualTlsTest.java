package dev.underpin.cloud.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.underpin.cloud.trust.Json;
import dev.underpin.time.Entropy;
import dev.underpin.time.WallClock;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who gets through the door over HTTPS (rules B17 and CS-02). */
class MutualTlsTest {
    private static final DevelopmentAuthority AUTHORITY = new DevelopmentAuthority(new Entropy(1));
    private static final DevelopmentAuthority STRANGER = new DevelopmentAuthority(new Entropy(2));
    private static final Route WHO = new Route(
            Leg.VEHICLE,
            "GET",
            "/vehicle/v1/{vin}/who",
            request -> Reply.json(200, Json.object().put("peer", request.peer().name())));

    private static CloudServer server;

    @BeforeAll
    static void open() throws IOException {
        server = CloudServer.overHttps(List.of(WHO), (request, refusal) -> {}, AUTHORITY);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void aVehicleIsKnownByTheNameInItsCertificate() throws IOException {
        CloudResponse answer = ask(server.link(Peer.vehicle("VIN1")), "/vehicle/v1/VIN1/who", Map.of());
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"peer\":\"VIN1\"}");
    }

    @Test
    void aVehicleMayNotSpeakForAnother() throws IOException {
        CloudResponse answer = ask(server.link(Peer.vehicle("VIN1")), "/vehicle/v1/VIN2/who", Map.of());
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void anIdentityClaimedInAHeaderIsWorthless() throws IOException {
        CloudResponse answer =
                ask(server.link(Peer.vehicle("VIN1")), "/vehicle/v1/VIN2/who", Map.of(Dispatch.PEER_HEADER, "VIN2"));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void theAdministrationOfTheFrontIsClosed() throws IOException {
        assertThat(ask(server.link(Peer.desk()), "/__admin/mappings", Map.of()).status())
                .isEqualTo(401);
    }

    @Test
    void aClientWithoutACertificateIsTurnedAway() throws Exception {
        KeyStore none = KeyStore.getInstance("JKS");
        none.load(null, null);
        assertTurnedAway(none, AUTHORITY.trust());
    }

    @Test
    void aClientOfAnotherAuthorityIsTurnedAway() {
        assertTurnedAway(STRANGER.clientKey(Peer.vehicle("VIN1")), AUTHORITY.trust());
    }

    @Test
    void aClientWhoseCertificateHasExpiredIsTurnedAway() {
        assertTurnedAway(
                AUTHORITY.clientKey(Peer.vehicle("VIN1"), WallClock.now().minus(Duration.ofDays(30))),
                AUTHORITY.trust());
    }

    @Test
    void aClientDoesNotBelieveAServerOfAnotherAuthority() {
        assertTurnedAway(AUTHORITY.clientKey(Peer.vehicle("VIN1")), STRANGER.trust());
    }

    private static void assertTurnedAway(KeyStore key, KeyStore trust) {
        try (HttpClient client = TlsLinks.client(TlsLinks.context(key, trust))) {
            TlsLink link = new TlsLink("https://127.0.0.1:" + server.port(), client);
            assertThatThrownBy(() -> ask(link, "/vehicle/v1/VIN1/who", Map.of()))
                    .isInstanceOf(IOException.class);
        }
    }

    private static CloudResponse ask(CloudLink link, String path, Map<String, String> headers) throws IOException {
        return link.handle("GET", path, headers, new byte[0]);
    }
}

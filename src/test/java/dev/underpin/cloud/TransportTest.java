package dev.underpin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.underpin.cloud.TestClient.Exchange;
import dev.underpin.cloud.trust.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With and without sockets the cloud is the same cloud. */
class TransportTest {
    private static final List<String> OWN_HEADERS = List.of("content-type", "etag", "content-range", "accept-ranges");

    @Test
    void bothTransportsGiveTheSameAnswers() {
        List<String> direct = answers(CloudBench.direct());
        List<String> https = answers(CloudBench.https());
        assertThat(https).containsExactlyElementsOf(direct);
    }

    @Test
    void theSameSeedGivesTheSameAnswers() {
        assertThat(answers(CloudBench.direct())).isEqualTo(answers(CloudBench.direct()));
    }

    private static List<String> answers(CloudBench opened) {
        List<String> seen = new ArrayList<>();
        try (CloudBench bench = opened) {
            Flow flow = new Flow(bench, exchange -> seen.add(text(exchange)));
            flow.run();
        }
        assertThat(seen).hasSizeGreaterThan(40);
        return seen;
    }

    private static String text(Exchange exchange) {
        Map<String, String> headers = exchange.response().headers();
        List<String> own = OWN_HEADERS.stream()
                .map(name -> name + ": " + headers.get(name))
                .toList();
        boolean json = headers.getOrDefault("content-type", "").contains("json");
        String body = json
                ? Json.text(exchange.json())
                : java.util.HexFormat.of().formatHex(exchange.response().body());
        return String.join("\n", exchange.method() + " " + exchange.path(), exchange.status() + " " + own, body);
    }
}

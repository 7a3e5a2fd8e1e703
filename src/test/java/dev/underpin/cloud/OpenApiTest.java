package dev.underpin.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.underpin.cloud.TestClient.Exchange;
import dev.underpin.cloud.http.Route;
import dev.underpin.cloud.trust.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The interface description is true to the code, in both directions. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final ObjectNode API = read();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final List<Exchange> EXCHANGES = new ArrayList<>();

    @BeforeAll
    static void walkThroughTheCloud() {
        try (CloudBench bench = CloudBench.direct()) {
            new Flow(bench, EXCHANGES::add).run();
        }
    }

    @Test
    void itDescribesEveryRouteAndNothingElse() {
        try (CloudBench bench = CloudBench.direct()) {
            List<String> routes =
                    bench.cloud().routes().stream().map(OpenApiTest::name).toList();
            assertThat(documentedOperations()).containsExactlyInAnyOrderElementsOf(routes);
        }
    }

    @Test
    void everyAnswerFitsItsSchema() {
        assertThat(EXCHANGES).allSatisfy(exchange -> {
            JsonNode response = responseOf(exchange);
            JsonNode schema = response.path("content").path("application/json").path("schema");
            assertThat(schema.isMissingNode() ? List.of() : errors(schema, exchange.json()))
                    .as("%s %s -> %d".formatted(exchange.method(), exchange.path(), exchange.status()))
                    .isEmpty();
        });
    }

    @Test
    void everyAcceptedRequestFitsItsSchema() {
        assertThat(EXCHANGES)
                .filteredOn(exchange -> exchange.sent().length > 0 && exchange.status() < 300)
                .allSatisfy(exchange -> {
                    JsonNode schema = operation(exchange)
                            .path("requestBody")
                            .path("content")
                            .path("application/json")
                            .path("schema");
                    assertThat(schema.isMissingNode() ? List.of() : errors(schema, Json.read(exchange.sent())))
                            .as(exchange.method() + " " + exchange.path())
                            .isEmpty();
                });
    }

    @Test
    void theWalkSeesEveryDocumentedAnswer() {
        Set<String> seen = new TreeSet<>();
        EXCHANGES.forEach(exchange -> seen.add(template(exchange) + " " + exchange.status()));
        assertThat(seen).containsAll(documentedAnswers());
    }

    @Test
    void whatIsNotDescribedIsNotFound() {
        try (CloudBench bench = CloudBench.direct()) {
            Exchange unknown = bench.vehicle().get("/vehicle/v2/anything");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.code()).isEqualTo("not-found");
            assertThat(bench.vehicle()
                            .send("DELETE", "/vehicle/v1/" + CloudBench.VIN + "/offer", new byte[0], Map.of())
                            .status())
                    .isEqualTo(404);
        }
    }

    private static ObjectNode read() {
        try (InputStream in = Cloud.class.getResourceAsStream("openapi.yaml")) {
            return (ObjectNode) new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Route route) {
        return route.method() + " " + route.template();
    }

    private static Set<String> documentedOperations() {
        Set<String> names = new TreeSet<>();
        API.path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> names.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return names;
    }

    private static Set<String> documentedAnswers() {
        Set<String> answers = new TreeSet<>();
        API.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operation.getValue().path("responses").propertyNames().stream()
                                .filter(status -> !status.equals("default"))
                                .forEach(
                                        status -> answers.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                                                + path.getKey() + " " + status))));
        return answers;
    }

    private static JsonNode operation(Exchange exchange) {
        String[] name = template(exchange).split(" ");
        return API.path("paths").path(name[1]).path(name[0].toLowerCase(Locale.ROOT));
    }

    private static JsonNode responseOf(Exchange exchange) {
        JsonNode responses = operation(exchange).path("responses");
        JsonNode response = responses.has(Integer.toString(exchange.status()))
                ? responses.path(Integer.toString(exchange.status()))
                : responses.path("default");
        return response.has("$ref") ? API.at(response.path("$ref").asString().substring(1)) : response;
    }

    private static String template(Exchange exchange) {
        String path = exchange.path().replaceFirst("\\?.*", "");
        return API.path("paths").propertyNames().stream()
                .filter(template -> path.matches(template.replaceAll("\\{[^}]*}", "[^/]+")))
                .min((one, other) -> Integer.compare(one.split("\\{").length, other.split("\\{").length))
                .map(template -> exchange.method() + " " + template)
                .orElseThrow(() -> new AssertionError("not described: " + path));
    }

    private static List<Error> errors(JsonNode schema, JsonNode instance) {
        ObjectNode whole = Json.object();
        whole.set("components", API.path("components"));
        whole.set("allOf", Json.array().add(schema));
        Schema compiled = SCHEMAS.getSchema(whole);
        return compiled.validate(instance);
    }
}

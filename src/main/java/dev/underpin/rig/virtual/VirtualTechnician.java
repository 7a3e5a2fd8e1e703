package dev.underpin.rig.virtual;

import dev.underpin.rig.RigError;
import dev.underpin.rig.port.Technician;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.vehicle.telematics.HttpExchange;
import dev.underpin.vehicle.telematics.HttpExchange.ExchangeFailed;
import dev.underpin.vehicle.telematics.HttpExchange.Request;
import dev.underpin.vehicle.telematics.HttpExchange.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The technician at the support desk's console, over HTTP like any console. */
final class VirtualTechnician implements Technician {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long LOOK = Nanos.SECOND;
    private static final int LOCK_SECONDS = 120;
    private static final String SESSIONS = "/desk/v1/sessions";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int ATTEMPTS = 10;

    private final HttpExchange console;
    private final Supplier<String> token;
    private final String name;
    private final String vin;
    private final Scheduler scheduler;
    private @Nullable JsonNode seen;
    private long seenAt;
    private int commands;

    /**
     * @param token the technician's own token
     * @param name the technician
     * @param vin the vehicle under test
     * @param scheduler the console is looked at once a second at most
     */
    VirtualTechnician(HttpExchange console, Supplier<String> token, String name, String vin, Scheduler scheduler) {
        this.scheduler = scheduler;
        this.console = console;
        this.token = token;
        this.name = name;
        this.vin = vin;
    }

    @Override
    public Optional<String> session() {
        return whole().map(it -> it.path("sessionId").asString());
    }

    @Override
    public String state() {
        return whole().map(it -> it.path("state").asString()).orElse("none");
    }

    @Override
    public boolean hasSnapshot() {
        return whole().filter(it -> it.has("assessment")).isPresent();
    }

    @Override
    public Optional<String> root() {
        return assessment()
                .map(it -> it.path("root"))
                .map(it -> it.path("ecu").asString() + " " + it.path("dtc").asString());
    }

    @Override
    public Optional<String> verdict() {
        return assessment().map(it -> it.path("verdict").asString());
    }

    @Override
    public List<String> silent() {
        List<String> silent = new ArrayList<>();
        whole().ifPresent(it -> it.path("silent").forEach(ecu -> silent.add(ecu.asString())));
        return silent;
    }

    @Override
    public String guide(String text, String expectedCheck) {
        return command(order("guidance").put("text", text).put("who", "driver").put("expectedCheck", expectedCheck));
    }

    @Override
    public String routine(String ecu, String routine) {
        return locked(ecu, order("routine").put("ecu", ecu).put("rid", "0x" + routine));
    }

    @Override
    public String control(String ecu, String did, String state, int seconds) {
        return locked(
                ecu,
                order("control")
                        .put("ecu", ecu)
                        .put("did", did)
                        .put("data", state)
                        .put("seconds", seconds));
    }

    @Override
    public String reset(String ecu) {
        return locked(ecu, order("reset").put("ecu", ecu));
    }

    @Override
    public String clear(String ecu) {
        return command(order("clear").put("ecu", ecu));
    }

    @Override
    public String retest(String ecu, String dtc) {
        return command(order("retest").put("ecu", ecu).put("dtc", dtc));
    }

    @Override
    public String read(String ecu, List<String> dids) {
        ObjectNode order = order("read").put("ecu", ecu);
        order.set("dids", JSON.valueToTree(dids));
        return command(order);
    }

    @Override
    public void scan(String ecu, int commands) {
        String path = current() + "/commands";
        for (int i = 0; i < commands; i++) {
            ObjectNode order = order(i % 8 == 7 ? "raw" : "read").put("ecu", ecu);
            ArrayNode dids = order.putArray("dids");
            for (int did = 0; did < 16; did++) {
                dids.add("%04X".formatted((i * 16 + did) & 0xFFFF));
            }
            exchange("POST", path, order);
        }
    }

    @Override
    public int handOver(String colleague) {
        return exchange(
                        "POST",
                        current() + "/hand-over",
                        JSON.createObjectNode().put("to", colleague))
                .status();
    }

    @Override
    public void readAudit() {
        get("/desk/v1/audit");
    }

    @Override
    public Optional<String> result(String command) {
        return whole().stream()
                .flatMap(it -> it.path("commands").valueStream())
                .filter(it -> it.path("commandId").asString().equals(command))
                .filter(it -> it.has("result"))
                .map(it -> outcome(it.path("result")))
                .findFirst();
    }

    @Override
    public void appointment() {
        post(current() + "/appointments", JSON.createObjectNode());
    }

    @Override
    public int appointment(String slot) {
        ObjectNode wish = JSON.createObjectNode();
        return exchange("POST", current() + "/appointments", slot.isEmpty() ? wish : wish.put("slot", slot))
                .status();
    }

    @Override
    public int close(String outcome) {
        return exchange("POST", current() + "/close", JSON.createObjectNode().put("outcome", outcome))
                .status();
    }

    @Override
    public int call(String phone) {
        return exchange(
                        "POST",
                        "/desk/v1/calls",
                        JSON.createObjectNode().put("vin", vin).put("phone", phone))
                .status();
    }

    @Override
    public void readInbox() {
        get("/desk/v1/inbox");
    }

    private static String outcome(JsonNode result) {
        JsonNode passed = result.path("data").path("passed");
        return passed.isBoolean() && !passed.asBoolean()
                ? "failed"
                : result.path("status").asString();
    }

    private static ObjectNode order(String kind) {
        return JSON.createObjectNode().put("kind", kind);
    }

    private String locked(String ecu, ObjectNode order) {
        post(current() + "/locks", JSON.createObjectNode().put("ecu", ecu).put("seconds", LOCK_SECONDS));
        return command(order);
    }

    /** Under a number of its own: one that is sent again, because the answer was lost, is the same command. */
    private String command(ObjectNode order) {
        commands++;
        order.put("commandId", "%s-%d".formatted(name, commands));
        return post(current() + "/commands", order).path("commandId").asString();
    }

    private Optional<JsonNode> whole() {
        if (seen == null || scheduler.now() >= seenAt + LOOK) {
            seenAt = scheduler.now();
            seen = newest(get(SESSIONS).path("sessions"))
                    .map(it -> get(SESSIONS + "/" + it.path("sessionId").asString()))
                    .orElse(MissingNode.getInstance());
        }
        return Optional.of(seen).filter(JsonNode::isObject);
    }

    private Optional<JsonNode> assessment() {
        return whole().map(it -> it.path("assessment")).filter(JsonNode::isObject);
    }

    private String current() {
        return session()
                .map(id -> SESSIONS + "/" + id)
                .orElseThrow(() -> new AssertionError("the support desk was expected to have a session, but has none"));
    }

    private Optional<JsonNode> newest(JsonNode sessions) {
        JsonNode newest = null;
        for (JsonNode session : sessions) {
            if (session.path("vin").asString().equals(vin)) {
                newest = session;
            }
        }
        return Optional.ofNullable(newest);
    }

    private JsonNode get(String path) {
        return body("GET", path, insisting("GET", path, null));
    }

    private JsonNode post(String path, ObjectNode body) {
        return body("POST", path, insisting("POST", path, body));
    }

    private static JsonNode body(String method, String path, Response response) {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        if (response.status() >= 300) {
            throw new AssertionError("the support desk was expected to take %s %s, but answered %d %s"
                    .formatted(method, path, response.status(), text));
        }
        return JSON.readTree(text);
    }

    /** Where only an answer will do, a person tries again. */
    private Response insisting(String method, String path, @Nullable ObjectNode body) {
        Response answer = exchange(method, path, body);
        for (int i = 1; i < ATTEMPTS && isForLater(answer.status()); i++) {
            answer = exchange(method, path, body);
        }
        return answer;
    }

    private static boolean isForLater(int status) {
        return status >= SERVER_ERROR || status == TOO_MANY_REQUESTS;
    }

    private Response exchange(String method, String path, @Nullable ObjectNode body) {
        seen = method.equals("GET") ? seen : null;
        byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        Map<String, String> headers = Map.of(
                "authorization",
                "Bearer " + token.get(),
                "x-technician",
                name,
                "content-type",
                "application/json",
                "accept",
                "application/json");
        return reached(new Request(method, path, headers, bytes), ATTEMPTS);
    }

    /** An exchange that is lost is tried again; a cloud that is never reached is the rig's trouble. */
    private Response reached(Request request, int attempts) {
        try {
            return console.exchange(request);
        } catch (ExchangeFailed lost) {
            if (attempts > 1) {
                return reached(request, attempts - 1);
            }
            throw new RigError("the support desk's console cannot reach the cloud: " + lost.getMessage());
        }
    }
}

package dev.underpin.cloud.desk;

import dev.underpin.cloud.trust.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One command to a vehicle and, once it is there, its result. A command is executed once, however often it is delivered. */
public final class Command {
    private final int sequence;
    private final String id;
    private final String kind;
    private final ObjectNode order;
    private final String technician;
    private final Instant issued;
    private @Nullable Result result;

    Command(int sequence, String id, String kind, ObjectNode order, String technician, Instant issued) {
        this.sequence = sequence;
        this.id = id;
        this.kind = kind;
        this.order = order;
        this.technician = technician;
        this.issued = issued;
    }

    /**
     * What became of a command.
     *
     * @param status {@code done}, {@code failed}, {@code refused}, {@code not-possible} or {@code skipped}
     * @param json as the vehicle sent it
     * @param received when it came
     * @param order its place among all that the session received
     */
    public record Result(String status, ObjectNode json, Instant received, long order) {
        /** Whether the command was done and did not find the fault still there. */
        public boolean passed() {
            return status.equals("done") && json.path("data").path("passed").asBoolean(true);
        }
    }

    public String id() {
        return id;
    }

    /** {@code guidance}, {@code routine}, {@code control}, {@code reset}, {@code read}, {@code clear}, {@code retest}, {@code appointment} or {@code outcome}. */
    public String kind() {
        return kind;
    }

    /** The ECU that it acts on; empty when on none. */
    public String ecu() {
        return order.path("ecu").asString("");
    }

    /** The trouble code that it tests; empty when it tests none. */
    public String dtc() {
        return order.path("dtc").asString("");
    }

    public String technician() {
        return technician;
    }

    public Optional<Result> result() {
        return Optional.ofNullable(result);
    }

    Instant issued() {
        return issued;
    }

    /** The data identifiers that it reads; empty when it reads none by number. */
    List<String> dids() {
        return order.path("dids").valueStream().map(did -> did.asString("")).toList();
    }

    int sequence() {
        return sequence;
    }

    /** Keeps the first result; false when there was one. */
    boolean conclude(Result found) {
        if (result != null) {
            return false;
        }
        result = found;
        return true;
    }

    /** As the vehicle gets it. */
    ObjectNode delivery() {
        ObjectNode json =
                Json.object().put("seq", sequence).put("commandId", id).put("kind", kind);
        json.setAll(order);
        return json;
    }

    /** As the console and the report show it. */
    ObjectNode record() {
        ObjectNode json = delivery().put("technician", technician).put("issuedAt", issued.toString());
        result().ifPresent(found -> json.set("result", resultJson(found)));
        return json;
    }

    private static ObjectNode resultJson(Result found) {
        ObjectNode json = Json.object()
                .put("status", found.status())
                .put("receivedAt", found.received().toString());
        for (String member : new String[] {"error_code", "vendor_code", "detail", "data"}) {
            if (found.json().has(member)) {
                json.set(member, found.json().get(member));
            }
        }
        return json;
    }
}

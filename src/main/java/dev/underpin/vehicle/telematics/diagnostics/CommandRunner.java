package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.time.Nanos;
import dev.underpin.uds.DtcCode;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.Postman;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out the commands of one session: each once, however often it is delivered; those on control units one after the other. The
 * result waits for the connection if there is none.
 */
final class CommandRunner {
    private static final int HARD = 1;
    private static final int SOFT = 3;
    private static final long SHORT_HOLD = 5;
    private static final long LONGEST_HOLD = 60;

    private final DiagnosticsParts parts;
    private final SessionApi api;
    private final Postman postman;
    private final VehicleActions actions;
    private final Guidance guidance;
    private final SupportScreens screens;
    private final SupportSession session;
    private final Consumer<JsonNode> concluded;
    private final Life life;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /** @param concluded gets the outcome that support has come to */
    CommandRunner(
            DiagnosticsParts parts,
            SessionApi api,
            Postman postman,
            VehicleActions actions,
            SupportScreens screens,
            SupportSession session,
            Life life,
            Consumer<JsonNode> concluded) {
        this.parts = parts;
        this.api = api;
        this.postman = postman;
        this.actions = actions;
        this.guidance = new Guidance(screens);
        this.screens = screens;
        this.session = session;
        this.life = life;
        this.concluded = concluded;
    }

    Guidance guidance() {
        return guidance;
    }

    /** Takes a command; one that was taken before is passed over. */
    void take(JsonNode command) {
        String id = command.path("commandId").asString("");
        if (!parts.memory().take(id)) {
            return;
        }
        switch (command.path("kind").asString("")) {
            case "guidance" -> answer(id, guide(command));
            case "appointment" -> {
                screens.add(SupportViews.appointment(command));
                answer(id, done());
            }
            case "outcome" -> {
                answer(id, done());
                concluded.accept(command);
            }
            default -> last = last.thenCompose(before -> finished(id, command));
        }
    }

    private CompletableFuture<Void> finished(String id, JsonNode command) {
        CompletableFuture<ObjectNode> result = act(command).thenApply(data -> doneWith(command, data));
        CompletableFuture<Void> over = new CompletableFuture<>();
        answer(id, result);
        life.either(result, () -> over.complete(null));
        return over;
    }

    private CompletableFuture<ObjectNode> guide(JsonNode command) {
        boolean forDriver = command.path("who").asString("driver").equals("driver");
        boolean byVoice = session.alternate() && !parts.infotainment().responsive();
        return forDriver ? guidance.show(command, byVoice) : done();
    }

    private CompletableFuture<ObjectNode> act(JsonNode command) {
        String ecu = command.path("ecu").asString("");
        if (!parts.access().ecus().contains(ecu)) {
            return CompletableFuture.failedFuture(CommandFailure.outOfScope("no control unit " + ecu));
        }
        if (parts.updating().getAsBoolean()) {
            return CompletableFuture.failedFuture(CommandFailure.precondition("a software update is being installed"));
        }
        long until = lockedUntil(command);
        if (until <= life.now()) {
            return CompletableFuture.failedFuture(CommandFailure.precondition("the lock has expired"));
        }
        return switch (command.path("kind").asString("")) {
            case "read" -> actions.read(ecu, dids(command));
            case "routine" -> routine(ecu, command, until);
            case "control" -> control(ecu, command, until);
            case "reset" ->
                actions.reset(life, ecu, command.path("type").asString("").equals("soft") ? SOFT : HARD);
            case "clear" -> actions.clear(life, ecu, DtcCode.ALL);
            case "retest" -> actions.retest(life, ecu, command.path("dtc").asString(""));
            default -> CompletableFuture.failedFuture(CommandFailure.outOfScope("no command " + command.path("kind")));
        };
    }

    private CompletableFuture<ObjectNode> routine(String ecu, JsonNode command, long until) {
        Optional<Integer> rid = actions.rid(ecu, command.path("rid").asString(""));
        Optional<byte[]> options = Numbers.bytes(command.path("data").asString(""));
        return rid.isPresent() && options.isPresent()
                ? actions.routine(life, ecu, rid.get(), options.get(), until)
                : CompletableFuture.failedFuture(CommandFailure.incomplete("no routine " + command.path("rid")));
    }

    /** The vehicle time at which the lock ends that the command was given under; never, if it needs none, long ago, if that cannot be read. */
    private long lockedUntil(JsonNode command) {
        if (!command.has("lockedUntil")) {
            return Long.MAX_VALUE;
        }
        try {
            Instant end = Instant.parse(command.path("lockedUntil").asString(""));
            return life.now() + Duration.between(parts.calendar().utc(), end).toNanos();
        } catch (DateTimeParseException noMoment) {
            return Long.MIN_VALUE;
        }
    }

    private CompletableFuture<ObjectNode> control(String ecu, JsonNode command, long until) {
        Optional<Integer> did = Numbers.parse(command.path("did").asString(""));
        Optional<byte[]> state = Numbers.bytes(command.path("data").asString(""));
        long seconds = Math.clamp(command.path("seconds").asLong(SHORT_HOLD), 1, LONGEST_HOLD);
        return did.isPresent() && state.isPresent()
                ? actions.control(
                        life, ecu, did.get(), state.get(), Math.min(until, life.now() + seconds * Nanos.SECOND))
                : CompletableFuture.failedFuture(CommandFailure.incomplete("no output " + command.path("did")));
    }

    private static List<Integer> dids(JsonNode command) {
        List<Integer> dids = new ArrayList<>();
        for (JsonNode did : command.path("dids")) {
            Numbers.parse(did.asString("")).ifPresent(dids::add);
        }
        return dids;
    }

    private void answer(String id, CompletableFuture<ObjectNode> result) {
        life.when(
                result,
                found -> post(id, found),
                failure -> post(id, CommandFailure.in(failure).result()));
    }

    private void post(String id, ObjectNode result) {
        ObjectNode body = Json.object().put("commandId", id);
        body.setAll(result);
        body.put("at", parts.calendar().utc().toString());
        postman.post(api.path(session, "/results"), session.headers(), body);
    }

    private static CompletableFuture<ObjectNode> done() {
        return CompletableFuture.completedFuture(Json.object().put("status", "done"));
    }

    /** A routine that ran and found the part not to be in order has failed; a test that found so has been done. */
    private static ObjectNode doneWith(JsonNode command, ObjectNode data) {
        boolean failed = command.path("kind").asString("").equals("routine")
                && !data.path("passed").asBoolean(true);
        ObjectNode result = Json.object().put("status", failed ? "failed" : "done");
        result.set("data", data);
        return result;
    }
}

package dev.underpin.vehicle.telematics.diagnostics;

import static dev.underpin.vehicle.telematics.EcuAccess.regardless;

import dev.underpin.time.Nanos;
import dev.underpin.uds.DtcCode;
import dev.underpin.uds.DtcRecord;
import dev.underpin.uds.DtcStatus;
import dev.underpin.uds.Session;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.ecu.table.RoutineSpec;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What support may do to a control unit. Every action ends with a fresh look at its trouble codes and at the lamps, and with the
 * control unit in its default session.
 */
final class VehicleActions {
    private static final int VERSION = 0xF195;
    private static final int OPEN_TESTS = 0xFF;
    private static final long ROUTINE_LIMIT = 60 * Nanos.SECOND;
    private static final long BOOT = 2 * Nanos.SECOND;
    private static final int BOOT_TRIES = 10;
    private static final long LOOK = Nanos.SECOND;
    private static final long TEST_LIMIT = 20 * Nanos.SECOND;
    private static final int STEADY_LOOKS = 3;
    private static final long SETTLING = 3 * Nanos.SECOND;

    private final DiagnosticsParts parts;
    private final EcuAccess access;
    private final FaultReader faults;
    private final ValueReader values;
    private final OutputControl outputs;

    VehicleActions(DiagnosticsParts parts, FaultReader faults, ValueReader values) {
        this.parts = parts;
        this.access = parts.access();
        this.faults = faults;
        this.values = values;
        this.outputs = new OutputControl(access, parts.vehicle(), values);
    }

    /** Reads identifiers and trouble codes. */
    CompletableFuture<ObjectNode> read(String ecu, List<Integer> dids) {
        ObjectNode data = Json.object();
        return values.read(ecu, dids).thenCompose(found -> {
            data.set("values", found);
            return look(ecu, data);
        });
    }

    /** Runs a routine in the extended session; driving off stops it, and so does {@code until} (vehicle time), when the lock ends. */
    CompletableFuture<ObjectNode> routine(Life life, String ecu, int rid, byte[] options, long until) {
        Optional<String> obstacle = Interlock.forbids(parts.vehicle());
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        UdsClient client = access.client(ecu);
        Life running = life.within();
        CompletableFuture<ObjectNode> result = new CompletableFuture<>();
        watch(running, until, why -> {
            regardless(client.stopRoutine(rid));
            back(client);
            stopped(why, result);
        });
        client.keepAlive(true);
        client.session(Session.EXTENDED)
                .thenCompose(done -> unlockIfAsked(ecu, rid))
                .thenCompose(done -> client.startRoutine(rid, ROUTINE_LIMIT, options))
                .thenApply(VehicleActions::outcome)
                .thenCompose(data -> endedEarly(life, data, result))
                .thenCompose(data -> back(client).thenCompose(done -> look(ecu, data)))
                .whenComplete((data, failure) -> {
                    running.end();
                    back(client);
                    settle(result, data, failure);
                });
        return result;
    }

    private static void settle(
            CompletableFuture<ObjectNode> result, @Nullable ObjectNode data, @Nullable Throwable failure) {
        if (failure != null) {
            result.completeExceptionally(failure);
        } else if (data != null) {
            result.complete(data);
        }
    }

    /** A control unit may have stopped a routine by itself, before the state of the vehicle was known here. */
    private CompletableFuture<ObjectNode> endedEarly(Life life, ObjectNode data, CompletableFuture<ObjectNode> result) {
        if (data.path("passed").asBoolean(true)) {
            return CompletableFuture.completedFuture(data);
        }
        return life.pause(LOOK / 4).thenApply(done -> {
            Interlock.forbids(parts.vehicle()).filter(why -> !result.isDone()).ifPresent(why -> stopped(why, result));
            return data;
        });
    }

    /** Tells both sides that a routine was stopped. */
    private void stopped(String why, CompletableFuture<ObjectNode> result) {
        parts.infotainment().show(SupportViews.stopped(why));
        parts.cluster().show(SupportViews.stopped(why));
        result.completeExceptionally(CommandFailure.precondition("the routine was stopped: " + why));
    }

    /** Holds an output until that vehicle time. */
    CompletableFuture<ObjectNode> control(Life life, String ecu, int did, byte[] state, long until) {
        if (Interlock.moving(parts.vehicle())) {
            return refused("the vehicle is moving or not in P");
        }
        UdsClient client = access.client(ecu);
        return outputs.run(life, ecu, did, state, until)
                .thenCompose(data -> back(client).thenCompose(done -> look(ecu, data)))
                .whenComplete((data, failure) -> back(client));
    }

    /** Resets a control unit ({@code kind} as in 0x11) and waits until it answers again. */
    CompletableFuture<ObjectNode> reset(Life life, String ecu, int kind) {
        Optional<String> obstacle = Interlock.forbids(parts.vehicle());
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        return access.client(ecu)
                .ecuReset(kind)
                .thenCompose(done -> life.pause(BOOT))
                .thenCompose(done -> answers(life, ecu, 1))
                .thenCompose(done -> life.pause(SETTLING))
                .thenCompose(done -> look(ecu, Json.object().put("passed", true)));
    }

    /** Clears a trouble code, or all of a control unit. */
    CompletableFuture<ObjectNode> clear(Life life, String ecu, int group) {
        Optional<String> obstacle = Interlock.forbids(parts.vehicle());
        if (obstacle.isPresent()) {
            return refused(obstacle.get());
        }
        return access.client(ecu)
                .clearDtc(group)
                .thenCompose(done -> life.pause(SETTLING))
                .thenCompose(done -> look(ecu, Json.object()));
    }

    /** Watches a trouble code, or all of them when {@code dtc} is empty, until its test has been completed since the last clear, and passes several times in a row. */
    CompletableFuture<ObjectNode> retest(Life life, String ecu, String dtc) {
        try {
            int code = dtc.isEmpty() ? DtcCode.ALL : DtcCode.parse(dtc);
            return steady(life, ecu, code, life.now() + TEST_LIMIT, 0)
                    .thenCompose(passed -> look(ecu, Json.object().put("passed", passed)));
        } catch (IllegalArgumentException noCode) {
            return CompletableFuture.failedFuture(CommandFailure.incomplete(String.valueOf(noCode.getMessage())));
        }
    }

    private CompletableFuture<Boolean> steady(Life life, String ecu, int code, long limit, int passes) {
        return access.client(ecu).readDtcs(OPEN_TESTS).thenCompose(found -> {
            int now = passed(found, code) ? passes + 1 : 0;
            if (now == STEADY_LOOKS || life.now() >= limit) {
                return CompletableFuture.completedFuture(now == STEADY_LOOKS);
            }
            return life.pause(LOOK).thenCompose(done -> steady(life, ecu, code, limit, now));
        });
    }

    private static boolean passed(List<DtcRecord> found, int code) {
        int open = DtcStatus.TEST_FAILED | DtcStatus.NOT_COMPLETED_THIS_CYCLE;
        return found.stream()
                .filter(it -> code == it.code() || (code == DtcCode.ALL && it.has(DtcStatus.TEST_FAILED)))
                .allMatch(it -> (it.status() & open) == 0);
    }

    private CompletableFuture<Void> answers(Life life, String ecu, int attempt) {
        return access.client(ecu)
                .readDid(VERSION)
                .<Void>thenApply(done -> null)
                .exceptionallyCompose(failure -> attempt < BOOT_TRIES
                        ? life.pause(BOOT).thenCompose(done -> answers(life, ecu, attempt + 1))
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<ObjectNode> look(String ecu, ObjectNode data) {
        return faults.codes(ecu).thenApply(codes -> {
            data.set("dtcs", codes);
            ArrayNode lamps = data.putArray("lamps");
            parts.vehicle().lamps().forEach(lamps::add);
            return data;
        });
    }

    private CompletableFuture<?> unlockIfAsked(String ecu, int rid) {
        boolean locked = Optional.ofNullable(parts.table().ecus().get(ecu)).stream()
                .flatMap(spec -> spec.routines().stream())
                .anyMatch(routine -> routine.rid() == rid && routine.unlocked());
        return locked ? access.unlock(ecu) : CompletableFuture.completedFuture(null);
    }

    private void watch(Life running, long until, Consumer<String> stop) {
        running.after(LOOK / 4, () -> {
            Optional<String> why =
                    running.now() >= until ? Optional.of("the lock has ended") : Interlock.forbids(parts.vehicle());
            why.ifPresentOrElse(stop, () -> watch(running, until, stop));
        });
    }

    private static CompletableFuture<Void> back(UdsClient client) {
        client.keepAlive(false);
        return regardless(client.session(Session.DEFAULT));
    }

    private static ObjectNode outcome(byte[] status) {
        return Json.object()
                .put("passed", status.length == 0 || status[0] == 0)
                .put("status", HexFormat.of().formatHex(status));
    }

    private static CompletableFuture<ObjectNode> refused(String why) {
        return CompletableFuture.failedFuture(CommandFailure.precondition(why));
    }

    /** The number of a routine given as {@code 0x0203}, as {@code 515} or by its name in the table. */
    Optional<Integer> rid(String ecu, String text) {
        Optional<Integer> named = Optional.ofNullable(parts.table().ecus().get(ecu)).stream()
                .flatMap(spec -> spec.routines().stream())
                .filter(routine -> routine.name().equals(text))
                .map(RoutineSpec::rid)
                .findFirst();
        return named.isPresent() ? named : Numbers.parse(text);
    }
}

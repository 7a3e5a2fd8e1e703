package dev.underpin.vehicle.telematics.diagnostics;

import dev.underpin.time.Nanos;
import dev.underpin.uds.Session;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Json;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.VehicleState;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes an output of a control unit for a while (0x2F 03) and gives it back (0x2F 00); at once when the vehicle drives off. A control unit that has taken it
 * back on its own, because its session ran out (S3), is told as such.
 */
final class OutputControl {
    private static final int RETURN = 0;
    private static final int ADJUST = 3;
    private static final int ACTIVE_SESSION = 0xF186;
    private static final long LOOK = Nanos.SECOND / 4;

    private final EcuAccess access;
    private final VehicleState vehicle;
    private final ValueReader values;

    OutputControl(EcuAccess access, VehicleState vehicle, ValueReader values) {
        this.access = access;
        this.vehicle = vehicle;
        this.values = values;
    }

    /**
     * Adjusts the output to {@code state} until that vehicle time; gives what the control unit then tells of it.
     *
     * @param did an output with one parameter
     */
    CompletableFuture<ObjectNode> run(Life life, String ecu, int did, byte[] state, long until) {
        UdsClient client = access.client(ecu);
        client.keepAlive(true);
        return client.session(Session.EXTENDED)
                .thenCompose(done -> client.controlOutput(did, ADJUST, state))
                .thenCompose(done -> held(life, until))
                .thenCompose(done -> client.readDid(ACTIVE_SESSION))
                .thenCompose(session -> session[0] == Session.EXTENDED.id() ? givenBack(ecu, did) : lost(ecu, did));
    }

    private CompletableFuture<Void> held(Life life, long until) {
        return life.now() >= until || Interlock.moving(vehicle)
                ? CompletableFuture.completedFuture(null)
                : life.pause(LOOK).thenCompose(done -> held(life, until));
    }

    private CompletableFuture<ObjectNode> givenBack(String ecu, int did) {
        boolean moving = Interlock.moving(vehicle);
        return access.client(ecu)
                .controlOutput(did, RETURN)
                .thenCompose(done -> moving
                        ? CompletableFuture.failedFuture(CommandFailure.precondition("the vehicle drove off"))
                        : values.read(ecu, List.of(did)))
                .thenApply(found -> {
                    ObjectNode data = Json.object().put("passed", true);
                    data.set("values", found);
                    return data;
                });
    }

    private CompletableFuture<ObjectNode> lost(String ecu, int did) {
        return access.client(ecu)
                .readDid(did)
                .thenCompose(now -> CompletableFuture.failedFuture(
                        CommandFailure.controlLost("%s left its session and took output %04X back: %s"
                                .formatted(ecu, did, HexFormat.of().formatHex(now)))));
    }
}

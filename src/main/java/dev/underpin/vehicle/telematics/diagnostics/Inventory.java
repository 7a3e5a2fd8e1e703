package dev.underpin.vehicle.telematics.diagnostics;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;
import static dev.underpin.vehicle.telematics.EcuAccess.regardless;

import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.vehicle.telematics.EcuAccess;
import dev.underpin.vehicle.telematics.Life;
import dev.underpin.vehicle.telematics.VehicleState;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * The software versions of all control units, collected once after each switching on of the ignition: so that whether support is
 * available can be told before the user has agreed to any reading.
 */
final class Inventory {
    private static final int VERSION = 0xF195;
    private static final long LOOK = Nanos.SECOND;
    private static final int SETTLED_LOOKS = 12;

    private final EcuAccess access;
    private final VehicleState vehicle;
    private final BooleanSupplier updating;
    private final Alarm look;
    private final Map<String, String> versions = new LinkedHashMap<>();
    private int looksSinceOn;

    Inventory(Life life, EcuAccess access, VehicleState vehicle, BooleanSupplier updating) {
        this.access = access;
        this.vehicle = vehicle;
        this.updating = updating;
        this.look = life.alarm(this::look);
    }

    void start() {
        look.in(LOOK);
    }

    /** Versions by control unit; read now if they have not been collected yet. */
    CompletableFuture<Map<String, String>> versions() {
        return versions.isEmpty() ? collect().thenApply(done -> versions) : CompletableFuture.completedFuture(versions);
    }

    private void look() {
        looksSinceOn = vehicle.ignition() && !updating.getAsBoolean() ? looksSinceOn + 1 : 0;
        if (looksSinceOn == SETTLED_LOOKS) {
            versions.clear();
            collect();
        }
        look.in(LOOK);
    }

    private CompletableFuture<Void> collect() {
        return inOrder(
                access.ecus(),
                ecu -> regardless(access.client(ecu)
                        .readDid(VERSION)
                        .thenAccept(text -> versions.put(ecu, new String(text, StandardCharsets.US_ASCII).strip()))));
    }
}

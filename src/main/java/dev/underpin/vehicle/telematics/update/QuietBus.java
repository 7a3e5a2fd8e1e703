package dev.underpin.vehicle.telematics.update;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;
import static dev.underpin.vehicle.telematics.EcuAccess.regardless;

import dev.underpin.uds.Session;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.telematics.EcuAccess;
import java.util.concurrent.CompletableFuture;

/** Keeps all control units from noting faults while some of them are being programmed, and gives them back. */
final class QuietBus {
    private final EcuAccess access;

    QuietBus(EcuAccess access) {
        this.access = access;
    }

    /** Extended session, fault storage off, tester present; a silent control unit is left out. */
    CompletableFuture<Void> begin() {
        return inOrder(access.ecus(), ecu -> {
            UdsClient client = access.client(ecu);
            client.keepAlive(true);
            return regardless(client.session(Session.EXTENDED).thenCompose(done -> client.dtcSetting(false)));
        });
    }

    /** No more tester present: what follows is a restart. */
    void release() {
        access.ecus().forEach(ecu -> access.client(ecu).keepAlive(false));
    }

    /** Communication and fault storage on, default session. */
    CompletableFuture<Void> end() {
        release();
        return inOrder(access.ecus(), ecu -> regardless(restored(access.client(ecu))));
    }

    private static CompletableFuture<?> restored(UdsClient client) {
        return client.session(Session.EXTENDED)
                .thenCompose(done -> regardless(client.communicationControl(0, 1)))
                .thenCompose(done -> regardless(client.dtcSetting(true)))
                .thenCompose(done -> client.session(Session.DEFAULT));
    }
}

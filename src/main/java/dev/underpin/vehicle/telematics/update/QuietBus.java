package dev.underpin.vehicle.telematics.update;

import static dev.underpin.vehicle.telematics.EcuAccess.inOrder;
import static dev.underpin.vehicle.telematics.EcuAccess.regardless;

import dev.underpin.uds.Session;
import dev.underpin.uds.client.UdsClient;
import dev.underpin.vehicle.telematics.EcuAccess;
import java.util.concurrent.CompletableFuture;

/** Keeps all control units from noting faults while some of them are being programmed, and gives them back. */
final class QuietBus {
    private static final int ACTIVE_SESSION = 0xF186;
    private static final int HARD_RESET = 1;

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

    /** Communication and fault storage on, default session; a control unit that is not there then is reset. */
    CompletableFuture<Void> end() {
        release();
        return inOrder(access.ecus(), ecu -> {
            UdsClient client = access.client(ecu);
            return regardless(restored(client)).thenCompose(done -> regardless(back(client)));
        });
    }

    private static CompletableFuture<?> restored(UdsClient client) {
        return client.session(Session.EXTENDED)
                .thenCompose(done -> regardless(client.communicationControl(0, 1)))
                .thenCompose(done -> regardless(client.dtcSetting(true)))
                .thenCompose(done -> client.session(Session.DEFAULT));
    }

    /** In the default session communication and fault storage are on, whatever was answered before (ISO 14229-1:2020, 10.2). */
    private static CompletableFuture<Void> back(UdsClient client) {
        return client.readDid(ACTIVE_SESSION)
                .thenCompose(session -> session[0] == Session.DEFAULT.id()
                        ? CompletableFuture.completedFuture(null)
                        : client.ecuReset(HARD_RESET).thenApply(done -> null));
    }
}

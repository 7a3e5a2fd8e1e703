package dev.underpin.vehicle.app;

import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.TesterLink;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A wire of one millisecond between one tester and one control unit. */
final class Loopback implements ServerLink, TesterLink {
    private static final long WIRE = Nanos.MILLISECOND;

    private final Scheduler scheduler;
    private @Nullable Listener server;
    private Consumer<byte[]> tester = message -> {};

    Loopback(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void send(byte[] response, Runnable done) {
        scheduler.after(WIRE, () -> {
            tester.accept(response);
            done.run();
        });
    }

    @Override
    public void listen(Listener listener) {
        server = listener;
    }

    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        scheduler.after(WIRE, () -> {
            sent.run();
            if (server != null) {
                server.request(request, false);
            }
        });
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        tester = message;
    }
}

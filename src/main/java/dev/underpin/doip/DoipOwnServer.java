package dev.underpin.doip;

import dev.underpin.time.Scheduler;
import dev.underpin.uds.ServerLink;
import dev.underpin.uds.TesterLink;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way to the diagnostic server of the entity's own ECU: a target like others, without a network between. */
final class DoipOwnServer implements ServerLink, TesterLink {
    private final Scheduler scheduler;
    private Listener server = (message, addressedToAll) -> {};
    private @Nullable DoipRoute route;

    DoipOwnServer(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Answers pass through {@code own}. */
    void answerThrough(DoipRoute own) {
        route = own;
    }

    void request(byte[] message, boolean addressedToAll) {
        server.request(message, addressedToAll);
    }

    @Override
    public void send(byte[] response, Runnable done) {
        if (route == null || !route.answered(response, done)) {
            scheduler.after(0, done);
        }
    }

    @Override
    public void listen(Listener listener) {
        server = listener;
    }

    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        sent.run();
        request(request, false);
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        // answers come by send
    }
}

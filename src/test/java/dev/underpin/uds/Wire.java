package dev.underpin.uds;

import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A tester and an ECU joined directly, one millisecond apart; messages can be lost on either way. */
public final class Wire {
    private static final long LATENCY = Nanos.MILLISECOND;

    private final Scheduler scheduler;
    private ServerLink.Listener server = (message, functional) -> {};
    private Consumer<byte[]> tester = message -> {};
    private Predicate<byte[]> lost = message -> false;
    private boolean cut;

    public Wire(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Loses the messages, of either way, that {@code condition} names. */
    public void lose(Predicate<byte[]> condition) {
        lost = condition;
    }

    /** Lets every send of the tester fail. */
    public void cut(boolean isCut) {
        cut = isCut;
    }

    /** Puts a message before the tester that no server sent. */
    public void inject(byte... message) {
        tester.accept(message);
    }

    /** The ECU's end. */
    public ServerLink serverLink() {
        return new ServerLink() {
            @Override
            public void send(byte[] response, Runnable done) {
                if (!lost.test(response)) {
                    scheduler.after(LATENCY, () -> tester.accept(response));
                }
                scheduler.after(LATENCY, done);
            }

            @Override
            public void listen(Listener listener) {
                server = listener;
            }
        };
    }

    /** The tester's end. */
    public TesterLink testerLink() {
        return new TesterLink() {
            @Override
            public void send(byte[] request, Runnable sent, Consumer<String> failed) {
                if (cut) {
                    scheduler.after(LATENCY, () -> failed.accept("N_TIMEOUT_A"));
                    return;
                }
                if (!lost.test(request)) {
                    scheduler.after(LATENCY, () -> server.request(request, false));
                }
                scheduler.after(LATENCY, sent);
            }

            @Override
            public void listen(Runnable started, Consumer<byte[]> message) {
                tester = message;
            }
        };
    }
}

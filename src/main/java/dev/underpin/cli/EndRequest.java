package dev.underpin.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The user's wish to end a command that runs until then (Ctrl-C, SIGTERM). */
final class EndRequest {
    /** Work may hang on an output that nobody reads. */
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable stop;
    private volatile boolean made;

    private EndRequest(Runnable stop) {
        this.stop = stop;
    }

    /** Work that ends soon after it was told to stop. */
    interface Work {
        void run() throws IOException;
    }

    /** Does the work; when the user wishes it to end it is told to stop and waited for a while, and the process ends with exit code 0. */
    static void during(Work work, Runnable stop) throws IOException {
        EndRequest request = new EndRequest(stop);
        Thread hook = new Thread(request::obey, "end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            work.run();
        } finally {
            request.ended.countDown();
            if (!request.made) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    private void obey() {
        made = true;
        stop.run();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

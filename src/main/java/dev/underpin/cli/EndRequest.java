package dev.underpin.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The user's wish to end a command that runs until then (Ctrl-C, SIGTERM). */
final class EndRequest {
    /** Exit code of a command that was ended by SIGTERM or Ctrl-C and says so, as shells have it for SIGTERM (128 + 15). */
    static final int ENDED = 143;

    /** Work may hang on an output that nobody reads. */
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable stop;
    private final int patienceSeconds;
    private final int code;
    private volatile boolean made;

    private EndRequest(Runnable stop, int patienceSeconds, int code) {
        this.stop = stop;
        this.patienceSeconds = patienceSeconds;
        this.code = code;
    }

    /** Work that ends soon after it was told to stop. */
    interface Work {
        void run() throws IOException;
    }

    /** Does the work; when the user wishes it to end it is told to stop and waited for a while, and the process ends with exit code 0. */
    static void during(Work work, Runnable stop) throws IOException {
        during(work, stop, PATIENCE_SECONDS, 0);
    }

    /** The same with another patience, in seconds, and another exit code. */
    static void during(Work work, Runnable stop, int patienceSeconds, int code) throws IOException {
        EndRequest request = new EndRequest(stop, patienceSeconds, code);
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
            ended.await(patienceSeconds, TimeUnit.SECONDS);
            Runtime.getRuntime().halt(code);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

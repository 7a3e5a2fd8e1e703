package dev.underpin.bench;

import dev.underpin.can.log.FrameRecorder;
import dev.underpin.can.socketcan.SocketCanBus;
import dev.underpin.history.FrameLog;
import dev.underpin.history.History;
import dev.underpin.time.Lateness;
import java.io.IOException;

/**
 * How long frames take from the kernel's time stamp to their record in the history of a run by the clock on the wall. Another process sends
 * them, at the pace at which a bus of 500 kbit/s carries them with half its time taken.
 */
public final class MediaLatency {
    private static final int GAP_MICROSECONDS = 500;
    private static final int WARM_UP = 1;

    private MediaLatency() {}

    /**
     * Measures on an interface that is up.
     *
     * @throws dev.underpin.mistake.UserMistake when the interface or a C compiler is missing
     */
    public static Lateness measure(String interfaceName, int frames) throws IOException, InterruptedException {
        try (CProgram sender = CProgram.compiled("paced_sender.c")) {
            for (int i = 0; i < WARM_UP; i++) {
                round(sender, interfaceName, frames);
            }
            return round(sender, interfaceName, frames);
        }
    }

    private static Lateness round(CProgram sender, String interfaceName, int frames)
            throws IOException, InterruptedException {
        try (MediaRun run = new MediaRun(interfaceName)) {
            FrameLog log = new History().frames("bench");
            SocketCanBus bus = run.bus();
            bus.observe(new FrameRecorder(log));
            Process sending = sender.start(interfaceName, frames, GAP_MICROSECONDS);
            run.until(() -> log.size() >= frames || !sending.isAlive());
            CProgram.output(sending);
            return bus.latency();
        }
    }
}

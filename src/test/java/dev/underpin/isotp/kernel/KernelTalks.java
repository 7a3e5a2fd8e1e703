package dev.underpin.isotp.kernel;

import dev.underpin.can.CanPort;
import dev.underpin.can.slcan.KernelsAdapters;
import dev.underpin.can.socketcan.CanSockets;
import dev.underpin.time.PacedRun;
import dev.underpin.time.VirtualScheduler;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * The program of the virtual machine: has all {@link Talks} over {@code vcan0} and leaves a table of what became of each message
 * ({@link Row}). Then the kernel's slcan driver is at emulated adapters. Arguments: the file for the table, kernel_isotp.py, kernel_slcan.sh.
 *
 * <p>The quick talks have their turn one by one, beside them the slow ones; these begin when the first quick one, with which the program
 * warms up, is over.
 */
final class KernelTalks {
    private static final String INTERFACE = "vcan0";

    private final PacedRun run;
    private final Map<String, Conversation> conversations = new HashMap<>();
    private final Queue<Conversation> quick = new ArrayDeque<>();
    private final Queue<Conversation> slow = new ArrayDeque<>();
    private boolean warm;
    private int unfinished;

    private KernelTalks(PacedRun run) {
        this.run = run;
    }

    public static void main(String... arguments) throws IOException {
        VirtualScheduler scheduler = new VirtualScheduler();
        try (CanSockets sockets = CanSockets.open(scheduler);
                PrintWriter table = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0])))) {
            PacedRun run = new PacedRun(scheduler, 1, lost -> {});
            run.waitBy(sockets);
            KernelTalks talks = new KernelTalks(run);
            CanPort port = sockets.join(INTERFACE, "underpin");
            try (KernelPeer kernel = new KernelPeer(
                    line -> run.post(() -> talks.told(line)), "/usr/bin/python3", arguments[1], INTERFACE)) {
                for (Talk talk : Talks.all()) {
                    talks.add(
                            talk,
                            new Conversation(
                                    talk,
                                    scheduler,
                                    port,
                                    kernel,
                                    row -> table.println(row.line()),
                                    () -> talks.finished(talk)));
                }
                talks.next(talks.quick);
                run.run();
            }
        }
        KernelsAdapters.play(
                arguments[2], Path.of(arguments[0]).toAbsolutePath().getParent());
    }

    private void add(Talk talk, Conversation conversation) {
        unfinished++;
        conversations.put(talk.name(), conversation);
        (talk.slow() ? slow : quick).add(conversation);
    }

    private void told(String line) {
        String[] words = line.split(" ", 3);
        conversations.get(words[1]).told(words[0], words.length == 3 ? words[2] : "");
    }

    private void finished(Talk talk) {
        unfinished--;
        if (unfinished == 0) {
            run.stop();
        }
        next(talk.slow() ? slow : quick);
        if (!warm) {
            warm = true;
            next(slow);
        }
    }

    private void next(Queue<Conversation> lane) {
        Conversation first = lane.poll();
        if (first != null) {
            first.open();
        }
    }
}

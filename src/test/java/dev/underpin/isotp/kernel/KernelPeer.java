package dev.underpin.isotp.kernel;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;

/** The process with the kernel's ends (kernel_isotp.py). Its lines are told on a thread of their own. */
final class KernelPeer implements AutoCloseable {
    private final Process process;
    private final PrintWriter commands;

    /** @param python the program, its script and its arguments */
    KernelPeer(Consumer<String> listener, String... python) throws IOException {
        process = new ProcessBuilder(python)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        Thread.ofPlatform()
                .daemon()
                .start(() ->
                        process.inputReader(StandardCharsets.US_ASCII).lines().forEach(listener));
    }

    void open(Talk talk) {
        commands.println("open %s %s".formatted(talk.name(), talk.peer()));
    }

    void send(Talk talk, byte[] message) {
        commands.println("send %s %s".formatted(talk.name(), HexFormat.of().formatHex(message)));
    }

    @Override
    public void close() {
        process.destroy();
    }
}

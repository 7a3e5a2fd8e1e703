package dev.underpin.vm;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A small virtual machine (QEMU, one processor, all emulated) with Debian's kernel, {@code vcan0} and {@code vcan1} (CAN FD), and two Kvaser PCI cards
 * {@code can0}, {@code can1} on one bus of 500 kbit/s.
 *
 * <p>It sees this machine's files with the rights of whoever starts it, at their own places; what it writes is gone with it, but for the
 * results. It has no network. No rights are needed, nothing is installed, and it ends with the thread that started it.
 */
public final class Machine {
    private final Path cache;
    private final Consumer<String> progress;

    /**
     * A machine that is off.
     *
     * @param cache folder in which what was prepared is kept
     * @param progress is told what takes a while
     */
    public Machine(Path cache, Consumer<String> progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /** The user's own cache folder: {@code $XDG_CACHE_HOME/underpin}, {@code ~/.cache/underpin}. */
    public static Path userCache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return cache == null || cache.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "underpin")
                : Path.of(cache, "underpin");
    }

    /**
     * Switches it on, runs the command and waits for its end.
     *
     * @param out where the command's output goes; no pipe, as nobody reads it
     * @param errors where its errors go, and QEMU's
     * @throws dev.underpin.mistake.UserMistake when a program or the kernel is missing; it says what to install
     */
    public Ending run(Guest guest, Redirect out, Redirect errors) throws IOException, InterruptedException {
        DebianTool.requireAll();
        GuestImage image = GuestImage.prepared(cache, progress);
        try (Exchange exchange = Exchange.with(guest)) {
            Process machine = new ProcessBuilder(Qemu.command(image, exchange, guest.results()))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out)
                    .redirectError(errors)
                    .start();
            try {
                boolean ended = machine.waitFor(guest.limit().toMillis(), TimeUnit.MILLISECONDS);
                return ended ? exchange.ending() : new Ending.OverLimit();
            } finally {
                machine.destroyForcibly().waitFor();
            }
        }
    }
}

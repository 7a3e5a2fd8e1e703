package dev.underpin.rig.lease;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A process of its own that has a lease until it is killed. */
public final class OtherRun implements AutoCloseable {
    private final Process process;

    private OtherRun(Process process) {
        this.process = process;
    }

    /** Starts one on a machine of another name, and waits until it has the lease. */
    public static OtherRun leasing(Path place) throws IOException {
        return leasing(place, "elsewhere");
    }

    /** Starts one that says it is on that machine, and waits until it has the lease. */
    public static OtherRun leasing(Path place, String host) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        OtherRun.class.getName(),
                        place.toString(),
                        host)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.inputReader().readLine();
        return new OtherRun(process);
    }

    /** Takes the lease, says so, and waits for the end of its input. */
    public static void main(String[] args) throws IOException {
        Holder holder = new Holder(
                "bench",
                "tester",
                args[1],
                ProcessHandle.current().pid(),
                Instant.parse("2026-11-21T20:00:00Z"),
                "another run");
        try (Lease lease = Lease.take(Path.of(args[0]), holder)) {
            System.out.println(lease.leftBehind().isPresent() ? "taken over" : "taken");
            System.in.read();
        }
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String classPath() {
        if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}

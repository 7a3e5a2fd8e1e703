package dev.underpin.cli;

import dev.underpin.can.log.Candump;
import dev.underpin.history.Kind;
import dev.underpin.mistake.UserMistake;
import dev.underpin.rig.RigFile;
import dev.underpin.rig.port.Bench;
import dev.underpin.time.Nanos;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The program of the virtual machine: has all runs on real media in one process. Argument: the folder for what they leave. */
final class RealMediaRuns {
    /** A main, an alternative and a fault scenario of each contract. */
    static final String CHOICE = String.join(
            " or ",
            "(@RD-Q2 and @RD-G1)",
            "(@RD-A1 and not @RD-A5)",
            "(@B10 and not @needs-transport-faults)",
            "(@OTA-M4 and @OTA-M5 and not @OTA-G1)",
            "(@OTA-A3 and not @OTA-A1)",
            "@T6",
            "(@OTS-G1 and @OTS-M1S)",
            "@OTS-A1U",
            "@T15");

    /** What is run with errors of the rig. */
    static final String SHORT = "@OTA-A3 and not @OTA-A1";

    private static final List<String> FEATURES =
            List.of("features/remote-diagnostics", "features/ota-update", "features/ota-scheduled-update");

    private static final Path RIGS = Path.of("rigs");

    private RealMediaRuns() {}

    static List<String> files() {
        return FEATURES.stream()
                .flatMap(folder -> List.of("main", "alternative", "transport-faults").stream()
                        .map(name -> "%s/%s.feature".formatted(folder, name)))
                .toList();
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path results = Path.of(arguments[0]);
        run(tiny("rigs/vcan.yaml"), CHOICE, results.resolve("vcan"));
        askByTheKernel(changed("rigs/vcan.yaml", "stepped", "wall"), results);
        run(tiny("rigs/vm-kvaser.yaml"), CHOICE, results.resolve("kvaser"));
        run(changed("rigs/vcan.yaml", "vcan1", "vcan7"), SHORT, results.resolve("missing"));
        run(changed("rigs/vm-kvaser.yaml", "500000", "250000"), SHORT, results.resolve("rate"));
        Process down = new ProcessBuilder("sh", "-c", "sleep 1; ip link set vcan1 down")
                .inheritIO()
                .start();
        run(tiny("rigs/vcan.yaml"), SHORT, results.resolve("down"));
        down.waitFor();
    }

    private static int run(String rig, String tags, Path out) {
        List<String> words =
                new java.util.ArrayList<>(List.of("run", "--rig", rig, "--tags", tags, "--out", out.toString()));
        words.addAll(files());
        return Underpin.commandLine().execute(words.toArray(String[]::new));
    }

    private static String tiny(String rig) throws IOException {
        return TinyReleases.rig(Files.readString(Path.of(rig)), RIGS).toString();
    }

    /** A rig file beside the one it is made from; what is written here is gone with the machine. */
    private static String changed(String rig, String before, String after) throws IOException {
        return TinyReleases.rig(Files.readString(Path.of(rig)).replace(before, after), RIGS)
                .toString();
    }

    /** While the vehicle lives by the clock on the wall, the kernel's own ISO-TP asks its battery management for the VIN. */
    private static void askByTheKernel(String rig, Path results) throws IOException {
        RigFile file = RigFile.read(Path.of(rig));
        try (Bench bench =
                Rigs.benches(file, Path.of(rig), 1, Path.of("target/images")).bench("asked by the kernel")) {
            bench.driver().ignition(true);
            bench.await().pass(Nanos.SECOND);
            File told = results.resolve("asked").toFile();
            Process kernel = new ProcessBuilder(
                            "sh",
                            "-c",
                            "isotprecv -s 7E4 -d 7EC vcan0 & sleep 0.2; echo 22 F1 90 | isotpsend -s 7E4 -d 7EC vcan0; wait")
                    .redirectErrorStream(true)
                    .redirectOutput(told)
                    .start();
            bench.await().untilTrue("the kernel's answer", 20 * Nanos.SECOND, () -> !kernel.isAlive(), () -> "nothing");
            bench.sumUp();
            Files.writeString(
                    results.resolve("medium"), bench.history().of(Kind.MEDIUM).toString());
            try (OutputStream log = Files.newOutputStream(results.resolve("wall.log"))) {
                Candump.write(bench.history().frames("drive"), Instant.EPOCH, log);
            }
        } catch (UserMistake unusable) {
            Files.writeString(results.resolve("asked"), String.valueOf(unusable.getMessage()));
        }
    }
}

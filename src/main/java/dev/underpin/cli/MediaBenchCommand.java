package dev.underpin.cli;

import dev.underpin.bench.MediaBenchmark;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code underpin bench media}. */
@Command(
        name = "media",
        description = {
            "Measures a CAN interface of Linux: frames that go through the kernel and come back, one at a time, as a bench in stepped time",
            "has them carried, beside a plain C loop that does the same. Without CAN on this machine:",
            "  underpin vm exec -- ./underpin bench media"
        },
        mixinStandardHelpOptions = true)
final class MediaBenchCommand implements Callable<Integer> {
    private static final int MOST = 15_000;

    @Option(
            names = "--interface",
            paramLabel = "NAME",
            defaultValue = "vcan0",
            description = "Default: ${DEFAULT-VALUE}.")
    private String interfaceName = "vcan0";

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Frames of a round. Default: ${DEFAULT-VALUE}.")
    private int frames = MOST;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (frames < 1 || frames > MOST) {
            throw UserMistake.saying("--frames: expected 1 to %d, found %d".formatted(MOST, frames));
        }
        MediaBenchmark.Figures figures = MediaBenchmark.measure(interfaceName, frames);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> keys = new LinkedHashMap<>();
            keys.put("interface", interfaceName);
            keys.put("frames_per_second", figures.framesPerSecond());
            keys.put("plain_c_frames_per_second", figures.plainFramesPerSecond());
            keys.put("ratio", figures.ratio());
            keys.put("lost", figures.lost());
            out.println(JsonMapper.shared().writeValueAsString(keys));
        } else {
            out.printf(
                    "%s: %,.0f frames/s there and back, plain C loop %,.0f frames/s: ratio %.2f; %d lost%n",
                    interfaceName,
                    figures.framesPerSecond(),
                    figures.plainFramesPerSecond(),
                    figures.ratio(),
                    figures.lost());
        }
        out.flush();
        return 0;
    }
}

package dev.underpin.can.slcan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the kernel saw at two emulated adapters, as kernel_slcan.sh left it: candump's frames without time and interface.
 *
 * @param sent at the interface that sent them; its own frames are shown at once, so that the last, which comes, may stand elsewhere
 * @param heard at the other one
 * @param message what the kernel's ISO-TP received there, in hexadecimal
 * @param told what the script said besides
 */
public record KernelsFrames(List<String> sent, List<String> heard, String message, String told) {
    public static final KernelsFrames NONE = new KernelsFrames(List.of(), List.of(), "", "");

    /** Every classical sort of frame, 50 one after the other as cangen makes them, and one the other way. */
    public static final List<String> SENT = Stream.of(
                    Stream.of(
                            "123#1122334455667788",
                            "7FE#",
                            "000#00",
                            "1FFFFFFF#DEADBEEF",
                            "123#R",
                            "00000001#R3",
                            "5A1#0011223344"),
                    IntStream.range(0, 50).mapToObj("%1$03X#%1$02X00000000000000"::formatted),
                    Stream.of("321#AABB"))
            .flatMap(frames -> frames)
            .toList();

    public static final String MESSAGE =
            IntStream.range(10, 100).mapToObj(String::valueOf).collect(Collectors.joining(" "));

    private static final String GREETING = "7FF#";

    /** Reads what the script left in its folder. */
    public static KernelsFrames read(Path folder) throws IOException {
        String told = Files.readString(folder.resolve("slcan.told"));
        return Files.exists(folder.resolve("slcan1.log"))
                ? new KernelsFrames(
                        frames(folder.resolve("slcan0.log")),
                        frames(folder.resolve("slcan1.log")),
                        Files.readString(folder.resolve("slcan.isotp")).strip(),
                        told)
                : new KernelsFrames(List.of(), List.of(), "", told);
    }

    private static List<String> frames(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .filter(frame -> !frame.equals(GREETING))
                .filter(frame -> !frame.startsWith("7E0#") && !frame.startsWith("7E8#"))
                .toList();
    }
}

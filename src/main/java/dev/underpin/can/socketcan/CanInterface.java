package dev.underpin.can.socketcan;

import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A CAN interface as the kernel tells of it below {@code /sys/class/net}.
 *
 * @param mtu size of its frames in bytes: 16 classical, 72 CAN FD
 */
record CanInterface(String name, int mtu) {
    private static final Path ALL = Path.of("/sys/class/net");
    private static final String TYPE_CAN = "280";
    private static final int FD_MTU = 72;

    /**
     * The interface of that name, which is up.
     *
     * @throws UserMistake when there is none, saying what to type
     */
    static CanInterface find(String name) throws IOException {
        if (name.isBlank() || name.contains("/") || !isCan(name)) {
            List<String> present = present();
            throw UserMistake.saying("interface %s: expected a CAN interface of this machine, found %s; %s"
                    .formatted(
                            name,
                            present.isEmpty() ? "that it has none" : "only " + String.join(", ", present),
                            "a virtual one is made by: sudo ip link add dev vcan0 type vcan"));
        }
        if ((Integer.decode(read(name, "flags")) & 1) == 0) {
            throw UserMistake.saying(
                    "interface %1$s: expected it to be up, found it down; type: sudo ip link set %1$s up"
                            .formatted(name));
        }
        return new CanInterface(name, Integer.parseInt(read(name, "mtu")));
    }

    boolean fd() {
        return mtu >= FD_MTU;
    }

    private static List<String> present() throws IOException {
        if (!Files.isDirectory(ALL)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(ALL)) {
            return names.map(path -> String.valueOf(path.getFileName()))
                    .filter(CanInterface::isCan)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isCan(String name) {
        try {
            return read(name, "type").equals(TYPE_CAN);
        } catch (IOException absent) {
            return false;
        }
    }

    private static String read(String name, String attribute) throws IOException {
        return Files.readString(ALL.resolve(name).resolve(attribute), StandardCharsets.US_ASCII)
                .strip();
    }
}

package dev.underpin.can.socketcan;

import dev.underpin.can.BusTiming;
import dev.underpin.mistake.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How an interface is set up, as {@code ip -j -d link show} tells. */
public final class LinkSettings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path ALL = Path.of("/sys/class/net");
    private static final int PATIENCE = 10;

    private LinkSettings() {}

    /**
     * Requires that the interface is there, is up, carries CAN FD where the bus does, and runs at the bit rates of the bus; an interface
     * without a device behind it (vcan) has none.
     *
     * @throws UserMistake when it is not so, saying what to type
     */
    public static void require(String name, BusTiming timing) throws IOException {
        if (timing.fd() && !CanInterface.find(name).fd()) {
            throw UserMistake.saying(
                    "interface %s: expected it to carry CAN FD (mtu 72), found mtu 16; leave data-bit-rate out of the rig file, or type: %s"
                            .formatted(name, setUp(name, timing)));
        }
        if (Files.exists(ALL.resolve(name).resolve("device"))) {
            require(name, timing, tell(name));
        }
    }

    /** Requires the bit rates in what {@code ip} told. */
    static void require(String name, BusTiming timing, String told) {
        JsonNode data = parsed(name, told).path("linkinfo").path("info_data");
        long nominal = data.path("bittiming").path("bitrate").asLong(0);
        long fast = data.path("data_bittiming").path("bitrate").asLong(0);
        if (nominal != timing.nominalBitRate() || (timing.fd() && fast != timing.dataBitRate())) {
            throw UserMistake.saying("interface %s: expected %s, found %s; type: %s"
                    .formatted(
                            name,
                            rates(timing.nominalBitRate(), timing.dataBitRate()),
                            rates(nominal, fast),
                            setUp(name, timing)));
        }
    }

    private static JsonNode parsed(String name, String told) {
        try {
            return JSON.readTree(told).path(0);
        } catch (JacksonException garbled) {
            throw UserMistake.saying(
                    "interface %s: expected JSON of ip -j -d link show, found '%s'".formatted(name, told.strip()));
        }
    }

    private static String rates(long nominal, long fast) {
        return fast == 0 ? "%d bit/s".formatted(nominal) : "%d and %d bit/s".formatted(nominal, fast);
    }

    private static String setUp(String name, BusTiming timing) {
        String fd = timing.fd() ? " dbitrate %d fd on".formatted(timing.dataBitRate()) : "";
        return "sudo ip link set %1$s down; sudo ip link set %1$s up type can bitrate %2$d%3$s"
                .formatted(name, timing.nominalBitRate(), fd);
    }

    private static String tell(String name) throws IOException {
        Path told = Files.createTempFile("underpin-link-", ".json");
        try {
            Process ip = new ProcessBuilder("ip", "-j", "-d", "link", "show", "dev", name)
                    .redirectOutput(told.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = ip.waitFor(PATIENCE, TimeUnit.SECONDS);
            ip.destroyForcibly();
            return ended ? Files.readString(told) : "";
        } catch (IOException absent) {
            throw UserMistake.saying(
                    "interface %s: expected the program ip to ask for its bit rate, found none; type: sudo apt-get install iproute2"
                            .formatted(name));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", end);
        } finally {
            Files.delete(told);
        }
    }
}

package dev.underpin.vehicle.ecu;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Flashes as an update agent does, step by step; each step tells whether it was answered as it should be. */
final class FlashTester {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String FINGERPRINT = "54455354455200000000000000000000";

    private final EcuBench bench;

    FlashTester(EcuBench bench) {
        this.bench = bench;
    }

    /** The whole sequence up to the reset into the new software. */
    boolean flash(byte[] image) {
        return write(image) && validate() && activate() && reset();
    }

    boolean write(byte[] image) {
        return enter() && unlock() && fingerprint() && erase() && transfer(image);
    }

    boolean enter() {
        return asked("1003", "5003") && asked("3101F010", "7101F01000") && asked("1002", "5002");
    }

    boolean unlock() {
        String seed = bench.ask("2701");
        if (!seed.startsWith("6701")) {
            return false;
        }
        byte[] key = SecretKeys.key(EcuBench.SECRET, HEX.parseHex(seed.substring(4)));
        return asked("2702" + HEX.formatHex(key), "6702");
    }

    boolean fingerprint() {
        return asked("2EF15A" + FINGERPRINT, "6EF15A");
    }

    boolean erase() {
        return asked("3101FF00", "7101FF0000");
    }

    boolean transfer(byte[] image) {
        String accepted = request(0, image.length);
        if (!accepted.startsWith("7440")) {
            return false;
        }
        int block = Integer.parseInt(accepted.substring(4), 16) - 2;
        for (int at = 0, counter = 1; at < image.length; at += block, counter++) {
            byte[] data = Arrays.copyOfRange(image, at, Math.min(at + block, image.length));
            if (!asked("36%02X".formatted(counter & 0xff) + HEX.formatHex(data), "76")) {
                return false;
            }
        }
        return asked("37", "77");
    }

    String request(int address, int size) {
        byte[] range = ByteBuffer.allocate(8).putInt(address).putInt(size).array();
        return bench.ask("340044" + HEX.formatHex(range));
    }

    boolean validate() {
        return asked("31010202", "7101020200") && asked("3101FF01", "7101FF0100");
    }

    boolean activate() {
        return asked("3101F011", "7101F01100");
    }

    boolean reset() {
        boolean answered = asked("1101", "5101");
        bench.run(bench.spec.bootMillis() + 50);
        return answered;
    }

    /** Unlocks in a new extended session and runs one routine. */
    String routine(String rid) {
        bench.ask("1003");
        unlock();
        return bench.ask("3101" + rid);
    }

    private boolean asked(String request, String expected) {
        return bench.ask(request).startsWith(expected);
    }
}

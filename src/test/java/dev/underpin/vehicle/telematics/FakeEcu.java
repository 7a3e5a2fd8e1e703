package dev.underpin.vehicle.telematics;

import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import dev.underpin.uds.TesterLink;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A control unit seen through its diagnostic link: two slots, trial boot, trouble codes. Images are {@code ecu|hardware|version|counter|...}. */
public final class FakeEcu implements TesterLink {
    public final List<String> heard = new ArrayList<>();
    public final Map<Integer, byte[]> data = new TreeMap<>();
    public final Map<Integer, Integer> codes = new TreeMap<>();
    public boolean silent;
    public boolean refusesImage;
    public boolean failsToBoot;
    public boolean singleBank;
    /** The next order to keep its image meets a loss of its supply instead. */
    public boolean diesWhenConfirmed;

    public int session = 1;

    private final Scheduler scheduler;
    private final String name;
    private byte[] running;
    private byte[] other = new byte[0];
    private boolean armed;
    private boolean trial;
    private final ByteArrayOutputStream writing = new ByteArrayOutputStream();
    private Runnable started = () -> {};
    private Consumer<byte[]> listener = message -> {};

    public FakeEcu(Scheduler scheduler, String name, byte[] image) {
        this.scheduler = scheduler;
        this.name = name;
        this.running = image;
    }

    /** A small image of {@code length} bytes. */
    public static byte[] image(String ecu, String version, int counter, int length) {
        byte[] head = "%s|%s-H1|%s|%d|".formatted(ecu, ecu, version, counter).getBytes(StandardCharsets.US_ASCII);
        return java.util.Arrays.copyOf(head, length);
    }

    public void powerCycle() {
        session = 1;
        if (armed) {
            swap();
            armed = false;
            trial = true;
        } else if (trial) {
            swap();
            trial = false;
        }
    }

    public String version() {
        return part(2);
    }

    /** How often the erase routine was ordered. */
    public long erases() {
        return heard.stream().filter(it -> it.startsWith("3101ff00")).count();
    }

    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        scheduler.after(Nanos.MILLISECOND, () -> {
            sent.run();
            if (!silent) {
                byte[] answer = answer(request);
                if (answer.length > 0) {
                    scheduler.after(Nanos.MILLISECOND, () -> listener.accept(answer));
                }
            }
        });
    }

    @Override
    public void listen(Runnable begun, Consumer<byte[]> message) {
        started = begun;
        listener = message;
        started.run();
    }

    private byte[] answer(byte[] request) {
        String hex = HexFormat.of().formatHex(request, 0, Math.min(16, request.length));
        heard.add(hex);
        return switch (request[0] & 0xff) {
            case 0x10 -> sessionChanged(request[1]);
            case 0x11 -> reset();
            case 0x14 -> cleared();
            case 0x19 -> codes(request);
            case 0x22 -> read(((request[1] & 0xff) << 8) | (request[2] & 0xff));
            case 0x27 -> request[1] == 1 ? bytes(0x67, 1, 9, 9, 9, 9) : bytes(0x67, 2);
            case 0x28 -> bytes(0x68, request[1]);
            case 0x2F -> bytes(0x6F, request[1], request[2], request[3], request.length > 4 ? request[4] : 0);
            case 0x2E -> bytes(0x6E, request[1], request[2]);
            case 0x31 -> routine(((request[2] & 0xff) << 8) | (request[3] & 0xff), request[1]);
            case 0x34 -> begin();
            case 0x36 -> block(request);
            case 0x37 -> bytes(0x77);
            case 0x85 -> bytes(0xC5, request[1]);
            default -> new byte[0];
        };
    }

    private byte[] sessionChanged(int wanted) {
        session = wanted;
        return bytes(0x50, wanted, 0, 50, 1, 0xF4);
    }

    private byte[] reset() {
        powerCycle();
        return bytes(0x51, 1);
    }

    private byte[] cleared() {
        codes.clear();
        return bytes(0x54);
    }

    private byte[] codes(byte[] request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (request[1] == 4) {
            return bytes(0x7F, 0x19, 0x31);
        }
        out.writeBytes(bytes(0x59, 2, 0xFF));
        codes.forEach((code, status) -> {
            if ((status & request[2]) != 0) {
                out.writeBytes(bytes(code >> 16, code >> 8, code, status));
            }
        });
        return out.toByteArray();
    }

    private byte[] read(int did) {
        byte[] value = switch (did) {
            case 0xF190 -> data.getOrDefault(did, "WUPTEST0000000001".getBytes(StandardCharsets.US_ASCII));
            case 0xF191 -> ascii(part(1));
            case 0xF18C -> ascii("S-" + name);
            case 0xF195 -> ascii(part(2));
            case 0xF1A0 -> FakeCloud.sha256(running);
            case 0xF1A1 ->
                ByteBuffer.allocate(4).putInt(Integer.parseInt(part(3))).array();
            default -> data.get(did);
        };
        if (value == null) {
            return bytes(0x7F, 0x22, 0x31);
        }
        return ByteBuffer.allocate(3 + value.length)
                .put((byte) 0x62)
                .putShort((short) did)
                .put(value)
                .array();
    }

    private byte[] routine(int rid, int control) {
        if (rid == 0xF012 && diesWhenConfirmed) {
            diesWhenConfirmed = false;
            powerCycle();
            return new byte[0];
        }
        byte status = 0;
        switch (rid) {
            case 0x0202 -> status = (byte) (refusesImage ? 1 : 0);
            case 0xFF01 -> overwrite();
            case 0xF011 -> armed = !failsToBoot && !singleBank;
            case 0xF012 -> trial = false;
            case 0xF013 -> {
                armed = false;
                if (trial) {
                    swap();
                    trial = false;
                }
            }
            default -> {}
        }
        return bytes(0x71, control, rid >> 8, rid, status);
    }

    private void overwrite() {
        if (singleBank) {
            running = other;
        }
    }

    private byte[] begin() {
        writing.reset();
        return bytes(0x74, 0x20, 0x10, 0x02);
    }

    private byte[] block(byte[] request) {
        writing.write(request, 2, request.length - 2);
        other = writing.toByteArray();
        return bytes(0x76, request[1]);
    }

    private void swap() {
        byte[] before = running;
        running = other;
        other = before;
    }

    private String part(int index) {
        return new String(running, StandardCharsets.US_ASCII).split("\\|", -1)[index];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}

package dev.underpin.isotp.kernel;

import dev.underpin.isotp.IsoTpAddress;
import dev.underpin.isotp.IsoTpParameters;
import dev.underpin.isotp.IsoTpParameters.Timeouts;
import dev.underpin.time.Nanos;
import java.util.ArrayList;
import java.util.List;

/** All that is tried. Each talk has identifiers of its own, so that the frames on the interface tell which one they belong to. */
final class Talks {
    /** The kernel's own limit (MAX_MSG_LENGTH of its net/can/isotp.c, Linux 6.1). */
    private static final int KERNEL_MOST = 8200;

    private static final List<Integer> BOUNDARIES = List.of(
            1,
            2,
            4,
            5,
            6,
            7,
            8,
            9,
            11,
            12,
            13,
            14,
            15,
            18,
            19,
            20,
            21,
            27,
            28,
            29,
            60,
            61,
            62,
            63,
            64,
            65,
            111,
            112,
            113,
            114,
            123,
            124,
            125,
            126,
            127,
            128,
            255,
            256,
            257,
            1000,
            2047,
            2048,
            4094,
            4095,
            4096,
            4097,
            KERNEL_MOST);
    private static final List<Integer> FEWER = List.of(1, 5, 6, 7, 8, 9, 12, 13, 14, 62, 63, 64, 128, 1000, 4095);
    private static final List<Integer> BLOCK_SIZES = List.of(0, 1, 8, 255);
    private static final List<Integer> SEPARATIONS = List.of(0, 1, 127, 0xF1, 0xF9);

    /** A machine that does everything by emulation may stand still for a while. */
    private static final Timeouts PATIENT = new Timeouts(5 * Nanos.SECOND, 5 * Nanos.SECOND, 5 * Nanos.SECOND);

    private final List<Talk> talks = new ArrayList<>();
    private int nextId = 0x100;

    private Talks() {}

    static List<Talk> all() {
        Talks all = new Talks();
        all.modes();
        all.paces();
        return all.talks;
    }

    private void modes() {
        IsoTpParameters classic = IsoTpParameters.classic();
        IsoTpParameters fd = IsoTpParameters.fd(64);
        add("classic-padded-with-55", normal(), classic.withPadding(0x55), List.of(1, 6, 7, 8, 20, 200));
        add("classic-padded", normal(), classic, BOUNDARIES);
        add("classic-unpadded", normal(), classic.withPadded(false), FEWER);
        add("classic-29-bits", IsoTpAddress.normalFixed(0x10, 0xF1), classic, FEWER);
        add("extended-addressing", extended11(), classic, FEWER);
        add("extended-addressing-unpadded", extended11(), classic.withPadded(false), FEWER);
        add("extended-addressing-29-bits", IsoTpAddress.extended29(next29(), next29(), 0x33, 0xF1), classic, FEWER);
        add("fd-padded", normal(), fd, BOUNDARIES);
        add("fd-unpadded", normal(), fd.withPadded(false), BOUNDARIES);
        add("fd-32", normal(), IsoTpParameters.fd(32), FEWER);
        add("fd-12-unpadded", normal(), IsoTpParameters.fd(12).withPadded(false), FEWER);
        add("fd-29-bits", IsoTpAddress.normalFixed(0x11, 0xF1), fd, FEWER);
        add("fd-extended-addressing", extended11(), fd, BOUNDARIES);
        add("fd-extended-addressing-unpadded", extended11(), fd.withPadded(false), BOUNDARIES);
    }

    private void paces() {
        for (int blockSize : BLOCK_SIZES) {
            for (int separation : SEPARATIONS) {
                String name = "bs%d-st%02X".formatted(blockSize, separation);
                add(
                        name,
                        normal(),
                        paced(IsoTpParameters.classic(), blockSize, separation),
                        lengths(blockSize, separation));
                if (separation != 127) {
                    add("fd-" + name, normal(), paced(IsoTpParameters.fd(64), blockSize, separation), List.of(63, 700));
                }
            }
        }
    }

    /** More consecutive frames than a block has, but where they are far apart few. */
    private static List<Integer> lengths(int blockSize, int separation) {
        if (separation == 127) {
            return blockSize == 8 ? List.of(69, 76) : List.of(27);
        }
        return switch (blockSize) {
            case 255 -> List.of(6 + 7 * 255, 6 + 7 * 255 + 1);
            case 8 -> List.of(6 + 7 * 8, 6 + 7 * 8 + 1, 500);
            default -> List.of(8, 13, 14, 200);
        };
    }

    private static IsoTpParameters paced(IsoTpParameters parameters, int blockSize, int separation) {
        return parameters.withBlockSize(blockSize).withStMin(separation);
    }

    private void add(String name, IsoTpAddress address, IsoTpParameters parameters, List<Integer> lengths) {
        talks.add(new Talk(name, address, parameters.withTimeouts(PATIENT), lengths));
    }

    private IsoTpAddress normal() {
        return IsoTpAddress.normal(nextId++, nextId++);
    }

    private IsoTpAddress extended11() {
        return IsoTpAddress.extended11(nextId++, nextId++, 0x33, 0xF1);
    }

    private int next29() {
        return 0x1800_0000 | nextId++;
    }
}

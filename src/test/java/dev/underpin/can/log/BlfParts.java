package dev.underpin.can.log;

import dev.underpin.can.Mutants;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;

/** A BLF log taken apart into its header and objects, to be put together again with some of them damaged. */
record BlfParts(byte[] header, List<byte[]> objects, Mutants mutants) {
    private static final int MOST = 4;

    static BlfParts of(byte[] log, long seed) throws IOException {
        byte[] header = Arrays.copyOf(log, BlfFormat.FILE_HEADER);
        List<byte[]> objects = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(unpacked(log)).order(ByteOrder.LITTLE_ENDIAN);
        while (all.remaining() >= BlfFormat.BASE_HEADER) {
            byte[] object = new byte[Math.min(all.remaining(), all.getInt(all.position() + 8) + 3 & ~3)];
            all.get(object);
            objects.add(object);
        }
        List<byte[]> types = IntStream.of(1, 2, 10, 65, 73, 86, 100, 101, 104)
                .mapToObj(type -> little(4).putInt(type).array())
                .toList();
        return new BlfParts(header, objects, Mutants.ofBytes(seed, objects, types));
    }

    /** The objects of a log's containers, one after the other. */
    static byte[] unpacked(byte[] log) throws IOException {
        int from = BlfFormat.FILE_HEADER;
        try (InputStream objects = new BlfUnpacked(
                new BinaryInput("bus", "byte", new ByteArrayInputStream(log, from, log.length - from)))) {
            return objects.readAllBytes();
        }
    }

    /** A container of {@code content}, which is packed already where {@code method} says so. */
    static byte[] container(int method, byte[] content, long told) {
        return little(BlfFormat.CONTAINER_HEADER + content.length)
                .putInt(BlfFormat.OBJECT)
                .putShort((short) 16)
                .putShort((short) 1)
                .putInt(BlfFormat.CONTAINER_HEADER + content.length)
                .putInt(BlfFormat.LOG_CONTAINER)
                .putShort((short) method)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) told)
                .putInt(0)
                .put(content)
                .array();
    }

    /** A few objects, some of them damaged, in a sound container; now and then the whole file is damaged, or the packed bytes. */
    byte[] damaged() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int i = 0; i < MOST && !(i > 0 && mutants.once(2)); i++) {
            content.writeBytes(mutants.once(3) ? mutants.any(objects) : object());
        }
        byte[] plain = content.toByteArray();
        boolean packed = mutants.once(8);
        byte[] held = packed ? deflated(plain) : plain;
        if (packed && mutants.once(2)) {
            held = mutants.of(held);
        }
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.writeBytes(header);
        log.writeBytes(container(packed ? BlfFormat.ZLIB : BlfFormat.NO_COMPRESSION, held, plain.length));
        return mutants.once(4) ? mutants.of(log.toByteArray()) : log.toByteArray();
    }

    /** Half of those that are damaged say their new size. */
    private byte[] object() {
        byte[] object = mutants.next();
        if (object.length >= BlfFormat.BASE_HEADER && mutants.once(2)) {
            ByteBuffer.wrap(object)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0, BlfFormat.OBJECT)
                    .putInt(8, object.length);
        }
        return object;
    }

    private static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

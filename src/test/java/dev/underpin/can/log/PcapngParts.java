package dev.underpin.can.log;

import dev.underpin.can.Mutants;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A pcapng log taken apart into its blocks, to be put together again with some of them damaged. */
record PcapngParts(List<byte[]> heads, List<byte[]> packets, Mutants mutants) {
    private static final int MOST = 4;
    /** The section header and two interfaces; a packet of another one has to be refused. */
    private static final int FEW = 3;

    private static final int FRAMING = 12;

    static PcapngParts of(byte[] log, long seed) {
        List<byte[]> heads = new ArrayList<>();
        List<byte[]> packets = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(log).order(ByteOrder.LITTLE_ENDIAN);
        while (all.hasRemaining()) {
            byte[] block = new byte[all.getInt(all.position() + 4)];
            boolean packet = all.getInt(all.position()) == PcapngFormat.ENHANCED_PACKET;
            all.get(block);
            (packet ? packets : heads).add(block);
        }
        List<byte[]> words = IntStream.of(
                        PcapngFormat.SECTION_HEADER,
                        PcapngFormat.BYTE_ORDER_MAGIC,
                        PcapngFormat.INTERFACE_DESCRIPTION,
                        PcapngFormat.ENHANCED_PACKET,
                        PcapngFormat.LINK_SOCKETCAN,
                        PcapngFormat.OPTION_OFFSET | 8 << 16,
                        PcapngFormat.OPTION_RESOLUTION | 1 << 16)
                .mapToObj(word -> ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(word)
                        .array())
                .toList();
        List<byte[]> blocks = new ArrayList<>(heads);
        blocks.addAll(packets);
        return new PcapngParts(heads, packets, Mutants.ofBytes(seed, blocks, words));
    }

    /** The section, its interfaces and a few packets, some of them damaged; now and then the whole file is. */
    byte[] damaged() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        int most = mutants.once(8) ? heads.size() : FEW;
        for (byte[] head : heads.subList(0, most)) {
            log.writeBytes(mutants.once(8) ? block(mutants.of(head)) : head);
        }
        for (int i = 0; i < MOST && !(i > 0 && mutants.once(2)); i++) {
            byte[] packet = mutants.any(packets);
            log.writeBytes(mutants.once(3) ? packet : block(mutants.once(8) ? mutants.next() : mutants.of(packet)));
        }
        return mutants.once(4) ? mutants.of(log.toByteArray()) : log.toByteArray();
    }

    /** Three in four of those that are damaged say their new length, at both ends. */
    private byte[] block(byte[] damaged) {
        int size = damaged.length + 3 & ~3;
        if (size < FRAMING || mutants.once(4)) {
            return damaged;
        }
        byte[] block = Arrays.copyOf(damaged, size);
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).putInt(4, size).putInt(size - 4, size);
        return block;
    }
}

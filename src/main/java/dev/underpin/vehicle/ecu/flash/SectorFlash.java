package dev.underpin.vehicle.ecu.flash;

import dev.underpin.time.Alarm;
import dev.underpin.time.Scheduler;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sound cells. Sectors that were never written are read from the shared {@link Firmware} and cost no memory.
 *
 * <p>An operation that is halted leaves its cells changed up to the share of its time that had passed.
 */
public final class SectorFlash implements Flash {
    private static final byte ERASED = (byte) 0xff;

    private final Scheduler scheduler;
    private final FlashTiming timing;
    private final int sectorSize;
    private final Firmware original;
    private final int size;
    private final Map<Integer, byte[]> written = new HashMap<>();
    private final Alarm done;
    private @Nullable Operation running;
    private long generation;

    /**
     * A flash that holds {@code original}.
     *
     * @throws IllegalArgumentException if it does not fit, or {@code size} is no multiple of {@code sectorSize}
     */
    public SectorFlash(Scheduler scheduler, FlashTiming timing, int size, int sectorSize, Firmware original) {
        if (size % sectorSize != 0 || original.bytes().length > size) {
            throw new IllegalArgumentException("a flash of %d bytes in sectors of %d cannot hold %d bytes"
                    .formatted(size, sectorSize, original.bytes().length));
        }
        this.scheduler = scheduler;
        this.timing = timing;
        this.sectorSize = sectorSize;
        this.original = original;
        this.size = size;
        done = scheduler.alarm(this::end);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int sectorSize() {
        return sectorSize;
    }

    @Override
    public void erase(int sector, Consumer<FlashOutcome> ended) {
        start(new Operation(sector * sectorSize, sectorSize, null, timing.eraseSector(), scheduler.now(), ended));
    }

    @Override
    public void program(int address, byte[] data, Consumer<FlashOutcome> ended) {
        long nanos = timing.programKibibyte() * data.length / 1024;
        start(new Operation(address, data.length, data, nanos, scheduler.now(), ended));
    }

    @Override
    public void read(int address, byte[] target, int offset, int length) {
        for (int at = 0; at < length; ) {
            int within = (address + at) % sectorSize;
            int run = Math.min(length - at, sectorSize - within);
            readSector((address + at) / sectorSize, within, target, offset + at, run);
            at += run;
        }
    }

    @Override
    public void halt() {
        Operation halted = running;
        if (halted != null) {
            done.cancel();
            running = null;
            change(halted, halted.bytesAfter(scheduler.now()));
        }
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public Firmware original() {
        return original;
    }

    private void start(Operation operation) {
        if (running != null) {
            throw new IllegalStateException("the flash is busy: one operation at a time");
        }
        if (operation.address < 0 || operation.address + operation.length > size()) {
            throw new IllegalArgumentException(
                    "no %d bytes at 0x%X in a flash of %d".formatted(operation.length, operation.address, size()));
        }
        running = operation;
        generation++;
        done.in(operation.nanos);
    }

    private void end() {
        Operation ended = running;
        if (ended != null) {
            running = null;
            ended.ended.accept(change(ended, ended.length));
        }
    }

    private FlashOutcome change(Operation operation, int bytes) {
        FlashOutcome outcome = FlashOutcome.DONE;
        generation++;
        for (int at = 0; at < bytes; ) {
            int within = (operation.address + at) % sectorSize;
            int run = Math.min(bytes - at, sectorSize - within);
            byte[] cells = cells((operation.address + at) / sectorSize);
            if (operation.data == null) {
                Arrays.fill(cells, within, within + run, ERASED);
            } else if (!program(cells, within, operation.data, at, run)) {
                outcome = FlashOutcome.NOT_ERASED;
            }
            at += run;
        }
        return outcome;
    }

    private static boolean program(byte[] cells, int within, byte[] data, int from, int length) {
        boolean erasedBefore = true;
        for (int i = 0; i < length; i++) {
            cells[within + i] &= data[from + i];
            erasedBefore &= cells[within + i] == data[from + i];
        }
        return erasedBefore;
    }

    private byte[] cells(int sector) {
        byte[] cells = written.get(sector);
        if (cells == null) {
            cells = new byte[sectorSize];
            readSector(sector, 0, cells, 0, sectorSize);
            written.put(sector, cells);
        }
        return cells;
    }

    private void readSector(int sector, int within, byte[] target, int offset, int length) {
        byte[] cells = written.get(sector);
        if (cells != null) {
            System.arraycopy(cells, within, target, offset, length);
            return;
        }
        byte[] factory = original.bytes();
        int from = Math.min(sector * sectorSize + within, factory.length);
        int known = Math.min(length, factory.length - from);
        System.arraycopy(factory, from, target, offset, known);
        Arrays.fill(target, offset + known, offset + length, ERASED);
    }

    private static final class Operation {
        private final int address;
        private final int length;
        private final byte @Nullable [] data;
        private final long nanos;
        private final long startedAt;
        private final Consumer<FlashOutcome> ended;

        /** @param data what is programmed; null erases */
        Operation(
                int address,
                int length,
                byte @Nullable [] data,
                long nanos,
                long startedAt,
                Consumer<FlashOutcome> ended) {
            this.address = address;
            this.length = length;
            this.data = data;
            this.nanos = nanos;
            this.startedAt = startedAt;
            this.ended = ended;
        }

        int bytesAfter(long now) {
            return nanos == 0 ? length : (int) (length * (now - startedAt) / nanos);
        }
    }
}

package dev.underpin.vehicle.ecu.boot;

import dev.underpin.vehicle.ecu.flash.Flash;
import dev.underpin.vehicle.ecu.flash.FlashOutcome;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The boot loader's memory: marks of 32 bytes, written one after another into two sectors in turn; the last whole one counts, so a
 * power cut leaves the old mark or the new one, never none.
 *
 * <p>A mark, big endian: {@code B7}, slot, phase (0 confirmed, 1 armed, 2 trying), valid bits, u32 running number, u64 floor, 12
 * bytes 00, u32 CRC-32 of the 28 bytes before it.
 */
final class BootMarks {
    static final int MARK = 32;

    private static final int CHECKED = 28;
    private static final byte MAGIC = (byte) 0xB7;

    private final Flash flash;
    private int last = -1;
    private int number;

    BootMarks(Flash flash) {
        this.flash = flash;
    }

    /** The last whole mark, if one was ever written. */
    Optional<BootState> read() {
        last = -1;
        number = 0;
        Optional<BootState> newest = Optional.empty();
        for (int address = 0; address < flash.size(); address += MARK) {
            byte[] bytes = at(address);
            ByteBuffer mark = ByteBuffer.wrap(bytes);
            if (whole(bytes) && (last < 0 || mark.getInt(4) - number > 0)) {
                last = address;
                number = mark.getInt(4);
                newest = Optional.of(state(mark));
            }
        }
        return newest;
    }

    /** Writes a mark behind the last one; the old one counts until {@code ended} hears that it is done. */
    void write(BootState state, Consumer<FlashOutcome> ended) {
        int sector = Math.max(last, 0) / flash.sectorSize();
        int end = (sector + 1) * flash.sectorSize();
        int address = last < 0 ? 0 : last + MARK;
        while (address < end && !blank(address)) {
            address += MARK;
        }
        if (address < end) {
            program(address, state, ended);
        } else {
            turn(1 - sector, state, ended);
        }
    }

    private void turn(int sector, BootState state, Consumer<FlashOutcome> ended) {
        flash.erase(sector, outcome -> {
            if (outcome == FlashOutcome.DONE) {
                program(sector * flash.sectorSize(), state, ended);
            } else {
                ended.accept(outcome);
            }
        });
    }

    private void program(int address, BootState state, Consumer<FlashOutcome> ended) {
        flash.program(address, bytes(state, number + 1), outcome -> {
            if (outcome == FlashOutcome.DONE) {
                last = address;
                number++;
            }
            ended.accept(outcome);
        });
    }

    private byte[] at(int address) {
        byte[] mark = new byte[MARK];
        flash.read(address, mark, 0, MARK);
        return mark;
    }

    private boolean blank(int address) {
        for (byte cell : at(address)) {
            if (cell != (byte) 0xff) {
                return false;
            }
        }
        return true;
    }

    private static boolean whole(byte[] mark) {
        return mark[0] == MAGIC && ByteBuffer.wrap(mark).getInt(CHECKED) == crc(mark);
    }

    private static BootState state(ByteBuffer mark) {
        return new BootState(mark.get(1), BootState.Phase.of(mark.get(2)), mark.get(3), mark.getLong(8));
    }

    private static byte[] bytes(BootState state, int number) {
        byte[] bytes = new byte[MARK];
        ByteBuffer mark = ByteBuffer.wrap(bytes)
                .put(MAGIC)
                .put((byte) state.slot())
                .put((byte) state.phase().code())
                .put((byte) state.valid())
                .putInt(number)
                .putLong(state.floor());
        mark.putInt(CHECKED, crc(bytes));
        return bytes;
    }

    private static int crc(byte[] mark) {
        CRC32 crc = new CRC32();
        crc.update(mark, 0, CHECKED);
        return (int) crc.getValue();
    }
}

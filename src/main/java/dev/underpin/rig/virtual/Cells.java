package dev.underpin.rig.virtual;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the cells of one control unit's program memory, all its slots alike. */
final class Cells {
    static final int NONE = -1;
    static final int BEHIND_THE_FIRST_BLOCKS = 8 * 1024;

    private final List<Rot> rot = new ArrayList<>();
    private int wornFrom = Integer.MAX_VALUE;
    private int badSector = NONE;
    private int slowness = 1;
    private int until = NONE;
    private int changes;
    private Runnable cut = () -> {};

    /** Cells from {@code address} on take nothing. */
    void wornFrom(int address) {
        wornFrom = address;
    }

    void badSector(int sector) {
        badSector = sector;
    }

    /** Operations take so many times as long. */
    void slowness(int factor) {
        slowness = factor;
    }

    int slowness() {
        return slowness;
    }

    /** Runs {@code act} in the middle of the n-th operation from now on. */
    void inOperation(int occurrence, Runnable act) {
        until = occurrence;
        cut = act;
    }

    /** A bit reads inverted until the returned runnable runs or its sector is erased. */
    Runnable rot(int address, int bit) {
        Rot one = new Rot(address, 1 << bit);
        rot.add(one);
        changes++;
        return () -> {
            if (rot.remove(one)) {
                changes++;
            }
        };
    }

    /** Moves whenever bits rot or heal. */
    int changes() {
        return changes;
    }

    /** Whether programming there comes to nothing. */
    boolean takesNothing(int address, int sectorSize) {
        return address >= wornFrom || address / sectorSize == badSector;
    }

    /** Counts an operation; whether it is the one to be cut. */
    boolean isCutNow() {
        return until != NONE && --until == 0;
    }

    void cut() {
        until = NONE;
        cut.run();
    }

    /** A sector is erased: its bits are sound again. */
    void erased(int from, int size) {
        if (rot.removeIf(one -> one.address >= from && one.address < from + size)) {
            changes++;
        }
    }

    /** Inverts what has rotten in bytes that were read. */
    void read(int address, byte[] target, int offset, int length) {
        for (Rot one : rot) {
            int at = one.address - address;
            if (at >= 0 && at < length) {
                target[offset + at] ^= (byte) one.mask;
            }
        }
    }

    private record Rot(int address, int mask) {}
}

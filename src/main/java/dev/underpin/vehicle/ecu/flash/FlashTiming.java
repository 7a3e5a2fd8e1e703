package dev.underpin.vehicle.ecu.flash;

import dev.underpin.time.Nanos;

/**
 * How long operations take, in nanoseconds. No technology here writes slower than its link delivers: NOR 1 MB/s against 176 kB/s of
 * CAN FD, eMMC 20 MB/s against 12.5 MB/s of Ethernet.
 *
 * @param eraseSector one sector of 64 KiB
 * @param programKibibyte 1024 bytes
 */
public record FlashTiming(long eraseSector, long programKibibyte) {
    /** NOR: 130 ms a sector, 1 ms a KiB (typical of 256 byte pages in 250 us). */
    public static final FlashTiming NOR = new FlashTiming(130 * Nanos.MILLISECOND, Nanos.MILLISECOND);

    /** Managed NAND: 1 ms a sector (trim), 50 us a KiB. */
    public static final FlashTiming EMMC = new FlashTiming(Nanos.MILLISECOND, 50 * Nanos.MICROSECOND);
}

package dev.underpin.can.database;

/** Identifiers as DBC files write them: bit 31 marks those of 29 bits. */
final class DbcId {
    /** Of the message that holds signals which belong to no message. */
    static final long INDEPENDENT = 0xC000_0000L;

    private static final long EXTENDED = 1L << 31;

    private DbcId() {}

    static long of(int id, boolean extended) {
        return extended ? id | EXTENDED : id;
    }

    static boolean extended(long written) {
        return written >= EXTENDED;
    }

    static int id(long written) {
        return (int) (written & ~EXTENDED);
    }

    static boolean possible(long written) {
        boolean base = written >= 0 && written <= 0x7FF;
        return base || (written >= EXTENDED && written <= (EXTENDED | 0x1FFF_FFFF)) || written == INDEPENDENT;
    }
}

package dev.underpin.instrument;

/**
 * A board of relays. Commands are carried out in the background, in order, and read back where the board can tell; what goes wrong leaves the
 * run as a {@link dev.underpin.serial.DeviceError}. Channels count from 1.
 *
 * <p>Threading: the scheduler's thread. Closing it leaves the contacts as they are.
 */
public interface RelayBoard extends AutoCloseable {
    /** Closes or opens a contact. */
    void set(int channel, boolean closed);

    /** Whether it reads back what it was told. */
    boolean tells();

    /** Whether all commands are carried out and verified. */
    boolean settled();

    @Override
    void close();
}

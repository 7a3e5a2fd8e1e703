package dev.underpin.serial;

/**
 * One end of a line that carries bytes both ways. Bytes keep their order; how they are cut into pieces means nothing.
 *
 * <p>Threading: all calls and call-backs on the thread of the line's user. Whoever opened it closes it.
 */
public interface ByteLine extends AutoCloseable {
    /** What people call it, such as {@code /dev/ttyACM0} or {@code 192.0.2.7:5025}. */
    String name();

    /** Sends bytes; they leave in the background. Where the line is gone they go nowhere, and the listener is told that it is. */
    void write(byte[] bytes);

    /** Who hears from now on; there is one at a time. Bytes that came before wait for the first. */
    void listen(Listener listener);

    /** Frees it; does nothing when it is closed. Nothing is heard any more. */
    @Override
    void close();

    /** Hears what comes in. */
    interface Listener {
        /** Some bytes came, at least one. They belong to the listener. */
        void bytes(byte[] some);

        /**
         * The line is gone: unplugged, or ended by the other side. Called once.
         *
         * @param how in words that complete "found ..."
         */
        void lost(String how);
    }
}

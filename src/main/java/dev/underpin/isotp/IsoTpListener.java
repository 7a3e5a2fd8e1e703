package dev.underpin.isotp;

/** Hears what an endpoint receives (ISO 15765-2:2016, 8.2). Runs on the scheduler's thread. */
public interface IsoTpListener {
    /** A segmented message of {@code length} bytes began (N_USData_FF.indication). */
    default void firstFrame(int length) {}

    /**
     * Where a segmented message of {@code length} bytes is to be put: an array exactly that long, which {@link #message} then gets. A
     * listener that does not keep messages can give the same one again.
     */
    default byte[] room(int length) {
        return new byte[length];
    }

    /**
     * A message is complete (N_USData.indication with N_OK).
     *
     * @param data the message; the listener may keep it
     * @param functional whether it was addressed to all nodes
     */
    void message(byte[] data, boolean functional);

    /** A message that had begun will not be completed (N_USData.indication with another result). */
    default void failed(NResult result) {}
}

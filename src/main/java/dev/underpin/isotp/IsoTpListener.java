package dev.underpin.isotp;

/** Hears what an endpoint receives. Runs on the scheduler's thread. */
public interface IsoTpListener {
    /** A segmented message of {@code length} bytes began (N_USData_FF.indication). */
    default void firstFrame(int length) {}

    /**
     * A message is complete (N_USData.indication).
     *
     * @param data the message; the listener may keep it
     * @param functional whether it was addressed to all nodes
     */
    void message(byte[] data, boolean functional);

    /** A message that had begun will not be completed. */
    default void failed(NResult result) {}
}

package dev.underpin.vm;

/** How a run of the virtual machine ended. */
public sealed interface Ending {
    /** The command ended with this exit code. */
    record Ended(int code) implements Ending {}

    /** Time was up. */
    record OverLimit() implements Ending {}

    /**
     * The machine ended before the command did.
     *
     * @param lastWords the end of what QEMU and the kernel told
     */
    record Lost(String lastWords) implements Ending {}
}

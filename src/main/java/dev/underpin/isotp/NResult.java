package dev.underpin.isotp;

/** How a transfer ended (ISO 15765-2:2016, 8.3.7). */
public enum NResult {
    N_OK("done"),
    N_TIMEOUT_A("the bus did not take a frame in time"),
    N_TIMEOUT_BS("no flow control in time"),
    N_TIMEOUT_CR("no consecutive frame in time"),
    N_WRONG_SN("a consecutive frame with the wrong sequence number"),
    N_INVALID_FS("a flow control with an unknown flow status"),
    N_UNEXP_PDU("a new message began before the last one was complete"),
    N_WFT_OVRN("too many flow controls asked to wait"),
    N_BUFFER_OVFLW("the receiver has no room for a message of this length"),
    N_ERROR("the message cannot be sent at this address");

    private final String words;

    NResult(String words) {
        this.words = words;
    }

    /** What it means, as a clause. */
    public String words() {
        return words;
    }

    /** Code and meaning, such as {@code N_TIMEOUT_BS: no flow control in time}. */
    public String text() {
        return name() + ": " + words;
    }
}

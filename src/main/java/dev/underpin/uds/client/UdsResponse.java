package dev.underpin.uds.client;

import java.util.Arrays;

/**
 * A positive response (ISO 14229-1:2020, 8.7.2).
 *
 * @param message the whole message from the service identifier on; empty when the request suppressed it and none came
 * @param echoed how many of its bytes repeat the request: service identifier, sub-function, DID, RID or counter
 */
public record UdsResponse(byte[] message, int echoed) {
    /** What follows the echoed bytes. */
    public byte[] record() {
        return Arrays.copyOfRange(message, Math.min(echoed, message.length), message.length);
    }
}

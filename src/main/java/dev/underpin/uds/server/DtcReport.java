package dev.underpin.uds.server;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One sub-function of service 0x19.
 *
 * @param length bytes of its request
 * @param check what else has to hold, else 0x31
 * @param records what follows the sub-function in the answer
 */
record DtcReport(int length, Consumer<Request> check, Function<Request, byte[]> records) {
    DtcReport(int length, Function<Request, byte[]> records) {
        this(length, request -> {}, records);
    }
}

package dev.underpin.vehicle;

import dev.underpin.uds.TesterLink;
import java.util.function.Consumer;

/**
 * The way to a control unit with CAN FD, which answers in the format in which it is asked: requests to it leave as CAN FD, what it
 * answers to a classical request to everybody is heard too.
 */
record EitherFormat(TesterLink fd, TesterLink classic) implements TesterLink {
    @Override
    public void send(byte[] request, Runnable sent, Consumer<String> failed) {
        fd.send(request, sent, failed);
    }

    @Override
    public void listen(Runnable started, Consumer<byte[]> message) {
        fd.listen(started, message);
        classic.listen(started, message);
    }
}

package dev.underpin.bridge;

import java.io.Closeable;

/** A bus offered to outside tools, from when it is made until it is closed. */
public sealed interface BusBridge extends Closeable permits MulticastBridge, SocketcandBridge {
    /** The port on which it is offered. */
    int port();
}

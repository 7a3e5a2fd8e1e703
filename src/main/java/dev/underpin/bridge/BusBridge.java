package dev.underpin.bridge;

import java.io.Closeable;

/** A bus, or the edge of the Ethernet, offered to outside tools, from when it is made until it is closed. */
public sealed interface BusBridge extends Closeable permits DoipBridge, MulticastBridge, SocketcandBridge {
    /** The port on which it is offered. */
    int port();
}

package dev.underpin.bridge;

import java.io.Closeable;

/** A bus, or the edge of the Ethernet, offered to outside tools, from when it is made until it is closed. */
public sealed interface BusBridge extends Closeable
        permits DoipBridge, MulticastBridge, SocketCanBridge, SocketcandBridge {
    /** The TCP or UDP port on which it is offered; 0 when there is none. */
    int port();
}

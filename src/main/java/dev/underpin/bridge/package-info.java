/** Ways for other people's tools to join a bus: UDP multicast, socketcand and SocketCAN. The only room that owns network sockets. */
@NullMarked
package dev.underpin.bridge;

import org.jspecify.annotations.NullMarked;

/** Ways for other people's tools to join a bus: UDP multicast and socketcand. The only room that owns sockets of its own. */
@NullMarked
package dev.underpin.bridge;

import org.jspecify.annotations.NullMarked;

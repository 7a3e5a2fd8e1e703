/** Real CAN interfaces of this Linux machine, through SocketCAN. */
@NullMarked
package dev.underpin.can.socketcan;

import org.jspecify.annotations.NullMarked;

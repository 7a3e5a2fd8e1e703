/** Lines that carry bytes to and from devices: serial ports and TCP connections, and what goes wrong with them. */
@NullMarked
package dev.underpin.serial;

import org.jspecify.annotations.NullMarked;

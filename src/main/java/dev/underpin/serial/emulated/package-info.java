/** The device's end of a line, for emulators of devices: the speed of a line, pairs of ends, pseudo-terminals. */
@NullMarked
package dev.underpin.serial.emulated;

import org.jspecify.annotations.NullMarked;

/** The boot loader: which slot starts, trial and confirmation, and the gates of flashing. */
@NullMarked
package dev.underpin.vehicle.ecu.boot;

import org.jspecify.annotations.NullMarked;

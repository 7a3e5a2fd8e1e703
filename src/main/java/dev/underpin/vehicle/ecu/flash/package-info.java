/** The cells that keep software: sectors, what erasing and programming do to them, and signed images. */
@NullMarked
package dev.underpin.vehicle.ecu.flash;

import org.jspecify.annotations.NullMarked;

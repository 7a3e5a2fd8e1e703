/** The simulated electric vehicle, put together: plant, ECUs, screens and telematics. */
@NullMarked
package dev.underpin.vehicle;

import org.jspecify.annotations.NullMarked;

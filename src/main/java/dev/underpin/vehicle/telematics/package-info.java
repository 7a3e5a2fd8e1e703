/** The telematics unit: radio link, update agent, diagnostics agent. */
@NullMarked
package dev.underpin.vehicle.telematics;

import org.jspecify.annotations.NullMarked;

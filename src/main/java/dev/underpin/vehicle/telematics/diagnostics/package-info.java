/**
 * The diagnostics agent: lets technical support read the vehicle and help its driver, in a session that the driver has agreed to, can
 * see and can end. Everything goes out from the vehicle; nothing in it listens to the network.
 */
@NullMarked
package dev.underpin.vehicle.telematics.diagnostics;

import org.jspecify.annotations.NullMarked;

/** The companion app on the user's phone: it knows the vehicle only by way of the cloud. */
@NullMarked
package dev.underpin.vehicle.telematics.companion;

import org.jspecify.annotations.NullMarked;

/** What the people in and around the vehicle see and touch: infotainment, cluster, companion app. */
@NullMarked
package dev.underpin.vehicle.screen;

import org.jspecify.annotations.NullMarked;

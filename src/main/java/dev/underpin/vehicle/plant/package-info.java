/** The physics of the vehicle: pack, cells, thermal, 12 V, motion, charging, and the hands on its controls. */
@NullMarked
package dev.underpin.vehicle.plant;

import org.jspecify.annotations.NullMarked;

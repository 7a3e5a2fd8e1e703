/** The applications of the ECUs: cyclic signals, monitors, lamps, degraded modes. */
@NullMarked
package dev.underpin.vehicle.app;

import org.jspecify.annotations.NullMarked;

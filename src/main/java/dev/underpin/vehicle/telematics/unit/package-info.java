/** The telematics unit as a whole: its agents, its mailbox and what it remembers. */
@NullMarked
package dev.underpin.vehicle.telematics.unit;

import org.jspecify.annotations.NullMarked;

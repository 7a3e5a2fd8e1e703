/** Trouble codes: status bits, debouncing, operation cycles, snapshots and counters (ISO 14229-1 annex D). */
@NullMarked
package dev.underpin.vehicle.ecu.memory;

import org.jspecify.annotations.NullMarked;

/** Control units as data: addresses, identifiers, routines and trouble codes, read from one file. */
@NullMarked
package dev.underpin.vehicle.ecu.table;

import org.jspecify.annotations.NullMarked;

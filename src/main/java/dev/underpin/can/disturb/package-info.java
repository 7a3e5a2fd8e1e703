/** Disturbances of a bus as plain data, and what each of them does to the bits (ISO 11898-1, 11898-2). */
@NullMarked
package dev.underpin.can.disturb;

import org.jspecify.annotations.NullMarked;

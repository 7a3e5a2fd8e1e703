/** Defects of the simulated vehicle and cloud that have to be found. */
@NullMarked
package dev.underpin.defects;

import org.jspecify.annotations.NullMarked;

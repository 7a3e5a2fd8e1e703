/** Vehicles and clouds that do one thing wrong, to measure the harness: what it finds, how soon, and whether it ever blames a sound vehicle. */
@NullMarked
package dev.underpin.defect;

import org.jspecify.annotations.NullMarked;

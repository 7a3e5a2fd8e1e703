/** Faults as data, and the witnesses that see their effects in the history. */
@NullMarked
package dev.underpin.fault;

import org.jspecify.annotations.NullMarked;

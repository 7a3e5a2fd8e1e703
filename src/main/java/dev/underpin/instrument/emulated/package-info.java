/** Instruments, played: each answers as a real one does and fails when it is told to. */
@NullMarked
package dev.underpin.instrument.emulated;

import org.jspecify.annotations.NullMarked;

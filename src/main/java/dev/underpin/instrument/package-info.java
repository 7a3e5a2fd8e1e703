/** Instruments of a bench: programmable supplies (SCPI), relay boards and what hangs on them. Whatever is set is read back. */
@NullMarked
package dev.underpin.instrument;

import org.jspecify.annotations.NullMarked;

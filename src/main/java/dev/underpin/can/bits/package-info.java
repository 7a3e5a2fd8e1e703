/** Frames as bits on the wire: encoding, decoding, exact lengths, and the controller that sends and reads them (ISO 11898-1). */
@NullMarked
package dev.underpin.can.bits;

import org.jspecify.annotations.NullMarked;

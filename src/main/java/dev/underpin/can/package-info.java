/** CAN frames, identifiers, exact bit lengths and the port of a node on a bus (ISO 11898-1). */
@NullMarked
package dev.underpin.can;

import org.jspecify.annotations.NullMarked;

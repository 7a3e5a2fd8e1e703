/** ISO-TP (ISO 15765-2:2016): messages of any length over CAN and CAN FD frames. */
@NullMarked
package dev.underpin.isotp;

import org.jspecify.annotations.NullMarked;

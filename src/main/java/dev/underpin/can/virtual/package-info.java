/** A CAN bus in virtual time: arbitration, exact frame durations, acknowledgement. */
@NullMarked
package dev.underpin.can.virtual;

import org.jspecify.annotations.NullMarked;

/** Faults of whole frames as plain data: what a gateway between a node and its bus does to them, and a node that babbles. */
@NullMarked
package dev.underpin.can.gate;

import org.jspecify.annotations.NullMarked;

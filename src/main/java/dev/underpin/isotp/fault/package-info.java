/**
 * Faults of ISO-TP conversations (ISO 15765-2:2016) as plain data. They act where a bench could: at a gateway between a node and its bus, or
 * as one node more on the bus. The endpoints know nothing of them.
 */
@NullMarked
package dev.underpin.isotp.fault;

import org.jspecify.annotations.NullMarked;

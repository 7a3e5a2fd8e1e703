/**
 * What is expected under faults of the transport: the rows B1 to B11 of the diagnostics' fault catalogue and T1 to T15 of the updates', each
 * judged from the messages on the wire and from what the desk, the screens and the flash show.
 */
@NullMarked
package dev.underpin.judge.transport;

import org.jspecify.annotations.NullMarked;

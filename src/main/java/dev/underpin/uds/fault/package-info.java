/**
 * Faults of diagnostic conversations (ISO 14229-1:2020) as plain data, and the node that plays them: it answers in a control unit's name.
 * Tester and server know nothing of it.
 */
@NullMarked
package dev.underpin.uds.fault;

import org.jspecify.annotations.NullMarked;

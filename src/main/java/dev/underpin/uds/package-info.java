/** Unified diagnostic services (ISO 14229-1:2020): client and server as event-driven state machines. */
@NullMarked
package dev.underpin.uds;

import org.jspecify.annotations.NullMarked;

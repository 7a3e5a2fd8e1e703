/** The only room that knows time and chance: the scheduler, waiting, the calendar, seeded entropy and the wall clock. */
@NullMarked
package dev.underpin.time;

import org.jspecify.annotations.NullMarked;

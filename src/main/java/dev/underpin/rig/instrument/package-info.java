/** The instruments that a rig file names, and what a rig can do with them: set and disturb the supply, switch terminal 15 and the wake line. */
@NullMarked
package dev.underpin.rig.instrument;

import org.jspecify.annotations.NullMarked;

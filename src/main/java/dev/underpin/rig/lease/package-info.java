/** One run at a time on a bench: who has it, and what a run that was killed left behind. */
@NullMarked
package dev.underpin.rig.lease;

import org.jspecify.annotations.NullMarked;

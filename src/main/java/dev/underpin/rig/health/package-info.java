/** Whether a bench is fit for a run, how it is brought to its known state, and how it is left safe. */
@NullMarked
package dev.underpin.rig.health;

import org.jspecify.annotations.NullMarked;

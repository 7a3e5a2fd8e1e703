/** Listeners at the seams of a rig that write the history: wire, radio link, screens, supply, flash, hands. */
@NullMarked
package dev.underpin.rig.recorder;

import org.jspecify.annotations.NullMarked;

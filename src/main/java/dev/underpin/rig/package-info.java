/** Rig files, capabilities and the benches assembled from them. */
@NullMarked
package dev.underpin.rig;

import org.jspecify.annotations.NullMarked;

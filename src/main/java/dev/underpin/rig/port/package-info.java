/** What steps speak to: one port for each actor, the same on every tier. Nothing here knows what stands behind it. */
@NullMarked
package dev.underpin.rig.port;

import org.jspecify.annotations.NullMarked;

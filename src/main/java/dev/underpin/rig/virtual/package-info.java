/** The virtual rig: the ports of a bench before a simulated vehicle and its cloud, in virtual time. */
@NullMarked
package dev.underpin.rig.virtual;

import org.jspecify.annotations.NullMarked;

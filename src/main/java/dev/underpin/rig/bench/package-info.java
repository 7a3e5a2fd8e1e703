/** Real media under the simulated vehicle: CAN interfaces of the kernel, in stepped or in wall-clock time. */
@NullMarked
package dev.underpin.rig.bench;

import org.jspecify.annotations.NullMarked;

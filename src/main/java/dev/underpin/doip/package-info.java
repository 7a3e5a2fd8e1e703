/** Diagnostics over the in-vehicle Ethernet (ISO 13400-2:2019): messages, the simulated segment, entity and tester. */
@NullMarked
package dev.underpin.doip;

import org.jspecify.annotations.NullMarked;

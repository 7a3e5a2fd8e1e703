/** The diagnostic server of an ECU: every protocol rule of ISO 14229-1:2020, and the seam to what the ECU is. */
@NullMarked
package dev.underpin.uds.server;

import org.jspecify.annotations.NullMarked;

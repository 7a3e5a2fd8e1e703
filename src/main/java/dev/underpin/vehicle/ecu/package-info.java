/** What every ECU has: supply, boot loader, flash, diagnostic server, fault memory. */
@NullMarked
package dev.underpin.vehicle.ecu;

import org.jspecify.annotations.NullMarked;

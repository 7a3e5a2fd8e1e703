/**
 * The update agent: offer, preconditions, download, verification, installation, report. Its course is a journaled sequence of phases,
 * so that it goes on where it stood when its power comes back.
 */
@NullMarked
package dev.underpin.vehicle.telematics.update;

import org.jspecify.annotations.NullMarked;

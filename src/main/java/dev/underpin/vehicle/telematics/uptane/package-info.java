/**
 * Full verification of Uptane metadata as a Primary makes it (Uptane Standard 2.1.0, 5.4.4): Root chain, Timestamp, Snapshot and Targets
 * of the Director, the same of the Image repository, and whether the two agree.
 */
@NullMarked
package dev.underpin.vehicle.telematics.uptane;

import org.jspecify.annotations.NullMarked;

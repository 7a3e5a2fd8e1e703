/** Keys, signatures, hashes and canonical JSON that the parties of the cloud and of the vehicle agree on. */
@NullMarked
package dev.underpin.cloud.trust;

import org.jspecify.annotations.NullMarked;

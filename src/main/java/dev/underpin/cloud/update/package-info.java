/** Updates over the air: campaigns and offers, the two Uptane repositories, downloads, progress and the proof of success. */
@NullMarked
package dev.underpin.cloud.update;

import org.jspecify.annotations.NullMarked;

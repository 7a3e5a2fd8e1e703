/** What the catalogue of faults of updates over the air expects of network, cloud, metadata and images, row by row. */
@NullMarked
package dev.underpin.judge.ota;

import org.jspecify.annotations.NullMarked;

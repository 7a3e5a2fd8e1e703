/** The manufacturer's cloud, put together: update cloud, support desk and companion app behind one HTTP front. */
@NullMarked
package dev.underpin.cloud;

import org.jspecify.annotations.NullMarked;

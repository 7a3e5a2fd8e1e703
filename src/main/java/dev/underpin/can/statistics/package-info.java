/** How much passes on a bus, and how regularly. */
@NullMarked
package dev.underpin.can.statistics;

import org.jspecify.annotations.NullMarked;

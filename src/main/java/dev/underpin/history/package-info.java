/** The append-only record of everything observed: plain data that knows nothing of who fills it. */
@NullMarked
package dev.underpin.history;

import org.jspecify.annotations.NullMarked;

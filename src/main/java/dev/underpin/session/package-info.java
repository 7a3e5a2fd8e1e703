/** A run: feature files read, checked against the steps, run scenario by scenario, and laid down as a report. */
@NullMarked
package dev.underpin.session;

import org.jspecify.annotations.NullMarked;

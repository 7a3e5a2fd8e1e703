/** The commands that a user types. */
@NullMarked
package dev.underpin.cli;

import org.jspecify.annotations.NullMarked;

/** Checkers of the two update contracts, and what holds of every update. */
@NullMarked
package dev.underpin.judge.update;

import org.jspecify.annotations.NullMarked;

/** Judging: clauses, checkers that are pure functions of the history, invariants, verdicts. */
@NullMarked
package dev.underpin.judge;

import org.jspecify.annotations.NullMarked;

/** Checkers of the remote diagnostics contract. */
@NullMarked
package dev.underpin.judge.support;

import org.jspecify.annotations.NullMarked;

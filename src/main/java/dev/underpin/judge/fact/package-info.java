/** Reading a history: the signs that checkers look for, and what records add up to. Nothing here judges. */
@NullMarked
package dev.underpin.judge.fact;

import org.jspecify.annotations.NullMarked;

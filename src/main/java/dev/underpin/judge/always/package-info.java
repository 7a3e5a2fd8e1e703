/** What holds in every scenario, whatever it is about: safety of an update, honesty, discretion and harmlessness of remote diagnostics. */
@NullMarked
package dev.underpin.judge.always;

import org.jspecify.annotations.NullMarked;

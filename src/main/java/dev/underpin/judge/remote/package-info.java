/**
 * What is expected of remote diagnostics under faults and attacks: the rows H1 to H4, C1 to C5, B12 to B15, I1 to I3, S1 to S10 and O1 to
 * O3 of the diagnostics' fault catalogue, with {@code diag-} before their ids, each judged from the history alone.
 */
@NullMarked
package dev.underpin.judge.remote;

import org.jspecify.annotations.NullMarked;

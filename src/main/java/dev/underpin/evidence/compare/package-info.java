/** What two runs of the same scenarios left behind, put side by side. */
@NullMarked
package dev.underpin.evidence.compare;

import org.jspecify.annotations.NullMarked;

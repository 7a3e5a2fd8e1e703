/** What a scenario leaves behind, and how it is laid down in a run's folder: the record, the bus logs, the digest. */
@NullMarked
package dev.underpin.evidence;

import org.jspecify.annotations.NullMarked;

/** An engineer's tester of one control unit: what it reads, writes, scans and flashes, for people and for programs. */
@NullMarked
package dev.underpin.tester;

import org.jspecify.annotations.NullMarked;

/** What passed on buses, told line by line: frames, their signals, and the diagnostic messages that they carry. */
@NullMarked
package dev.underpin.trace;

import org.jspecify.annotations.NullMarked;

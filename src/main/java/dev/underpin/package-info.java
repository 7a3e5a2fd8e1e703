/** Underpin proves underpinning contracts of vehicle features; ARCHITECTURE.md walks its rooms in the order of a run. */
@NullMarked
package dev.underpin;

import org.jspecify.annotations.NullMarked;

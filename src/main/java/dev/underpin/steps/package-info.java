/** Cucumber glue: one class for each actor; a step speaks to a port, a Then step proves a clause. */
@NullMarked
package dev.underpin.steps;

import org.jspecify.annotations.NullMarked;

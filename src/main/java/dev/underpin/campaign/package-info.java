/** Runs of a flow without a feature file: one world each, judged by what holds always and by what the contract ends with. */
@NullMarked
package dev.underpin.campaign;

import org.jspecify.annotations.NullMarked;

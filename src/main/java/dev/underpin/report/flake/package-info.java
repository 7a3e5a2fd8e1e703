/** Scenarios that do not pass always: how often they passed, and which of them are in quarantine, why, whose and until when. */
@NullMarked
package dev.underpin.report.flake;

import org.jspecify.annotations.NullMarked;

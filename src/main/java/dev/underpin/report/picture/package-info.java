/** Pictures of a scenario, drawn by hand as SVG from its history alone: the same history gives the same bytes. */
@NullMarked
package dev.underpin.report.picture;

import org.jspecify.annotations.NullMarked;

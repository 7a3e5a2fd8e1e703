/** Measures the product's own speed, each figure beside the limit of a bare loop in the same run. */
@NullMarked
package dev.underpin.bench;

import org.jspecify.annotations.NullMarked;

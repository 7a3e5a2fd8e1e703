/** Programs by other people that judge what this project writes. */
@NullMarked
package dev.underpin.judges;

import org.jspecify.annotations.NullMarked;

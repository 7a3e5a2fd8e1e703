/** The whole way: the three contracts' feature files on the virtual rigs. */
@NullMarked
package dev.underpin.contracts;

import org.jspecify.annotations.NullMarked;

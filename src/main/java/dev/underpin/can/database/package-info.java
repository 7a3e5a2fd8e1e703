/** Signal databases (DBC): what the bytes of a frame mean. */
@NullMarked
package dev.underpin.can.database;

import org.jspecify.annotations.NullMarked;

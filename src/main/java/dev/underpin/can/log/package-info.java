/** Bus logs in the formats that outside tools read. */
@NullMarked
package dev.underpin.can.log;

import org.jspecify.annotations.NullMarked;

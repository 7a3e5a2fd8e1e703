/** Our ISO-TP endpoints against the Linux kernel's, in the virtual machine. */
@NullMarked
package dev.underpin.isotp.kernel;

import org.jspecify.annotations.NullMarked;

/** A small virtual machine with Linux's own CAN stack, in which commands of this machine run: QEMU, Debian's kernel, this machine's files. */
@NullMarked
package dev.underpin.vm;

import org.jspecify.annotations.NullMarked;

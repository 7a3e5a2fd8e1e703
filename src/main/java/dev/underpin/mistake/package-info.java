/** What the person at the keyboard got wrong, told so that it can be put right: every room may throw it. */
@NullMarked
package dev.underpin.mistake;

import org.jspecify.annotations.NullMarked;

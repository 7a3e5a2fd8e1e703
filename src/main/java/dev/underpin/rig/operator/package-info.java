/** The operator beside a bench: does by hand and tells by eye what the bench has no instrument for. */
@NullMarked
package dev.underpin.rig.operator;

import org.jspecify.annotations.NullMarked;

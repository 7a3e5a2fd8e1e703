/** Releases and their software images: the catalogue, the signed image file and the store that makes and keeps them. */
@NullMarked
package dev.underpin.cloud.image;

import org.jspecify.annotations.NullMarked;

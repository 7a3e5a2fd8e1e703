/** Ed25519 signatures for everybody who signs or checks: the vehicle, its cloud, and whoever forges for either. */
@NullMarked
package dev.underpin.signature;

import org.jspecify.annotations.NullMarked;

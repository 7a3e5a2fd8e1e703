package dev.underpin.vehicle.telematics.update;

import dev.underpin.vehicle.telematics.uptane.MetadataCheck;
import dev.underpin.vehicle.telematics.uptane.Target;
import java.util.Map;

/**
 * Decides what may be installed. Failures carry {@link Reason#VERIFICATION_FAILED} and the name of the attack that they look like
 * (Uptane Standard 2.1.0, 3.1).
 */
public interface Verifier {
    /** Begins a full verification of the metadata of both repositories. */
    MetadataCheck begin();

    /** What a complete verification allows to install, if it is for this vehicle and of the offer {@code offerId}. */
    Bundle bundle(MetadataCheck complete, String offerId) throws UpdateFailure;

    /** Checks that the bundle is still valid and fits the control units that are there. */
    void vehicle(Bundle bundle, Map<String, Installed> installed) throws UpdateFailure;

    /** Checks the whole file of one image. */
    void image(Target target, byte[] file) throws UpdateFailure;
}

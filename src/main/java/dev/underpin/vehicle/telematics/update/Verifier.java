package dev.underpin.vehicle.telematics.update;

import java.util.Map;

/**
 * Decides what may be installed. Failures carry {@link Reason#VERIFICATION_FAILED} and the name of the attack that they look like, one
 * of {@code arbitrary-software}, {@code mix-and-match}, {@code rollback}, {@code freeze}, {@code wrong-vehicle}, {@code wrong-hardware},
 * {@code endless-data} (Uptane Standard 2.1.0, 3.1).
 */
public interface Verifier {
    /** Longest metadata that is read, bytes. */
    int METADATA_CAP = 65_536;

    /**
     * Checks signatures, expiry and versions of both repositories' targets and that they agree, for the offer {@code offerId}.
     *
     * @param director the director's targets as transmitted
     * @param imageRepository the image repository's targets as transmitted
     */
    Bundle metadata(byte[] director, byte[] imageRepository, String offerId) throws UpdateFailure;

    /** Checks that the bundle is still valid and fits the control units that are there. */
    void vehicle(Bundle bundle, Map<String, Installed> installed) throws UpdateFailure;

    /** Checks the whole file of one image. */
    void image(Target target, byte[] file) throws UpdateFailure;
}

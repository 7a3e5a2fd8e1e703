package dev.underpin.vehicle.telematics.uptane;

/**
 * The Root metadata that the factory puts into a vehicle, as signed by the maker.
 *
 * @param director of the Director
 * @param images of the Image repository
 */
public record Anchors(byte[] director, byte[] images) {
    /** Puts them into {@code trust} unless it has a Root already. */
    public void provision(TrustStore trust) {
        trust.provision(Repository.DIRECTOR, director);
        trust.provision(Repository.IMAGES, images);
    }
}

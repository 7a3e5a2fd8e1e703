package dev.underpin.cloud.update;

import dev.underpin.cloud.image.Release;

/** Offers releases to vehicles and takes offers back. */
public interface Publisher {
    /**
     * Offers {@code release} to the vehicle {@code vin} and tells it so. Publishing what is offered already, or what the user has
     * denied, changes nothing and tells nothing; publishing another release withdraws the open offer.
     */
    Offer publish(Release release, String vin);

    /** Takes back the open offers of {@code vin} and tells the vehicle. */
    void withdraw(String vin, String reason);
}

package dev.underpin.rig.port;

/** What the manufacturer's back end knows of the car and its user, and what it releases. */
public interface Manufacturer {
    /** Registers the user's account, or removes it. */
    void registered(boolean registered);

    /** Sets whether valid contact details are on file. */
    void contactDetails(boolean valid);

    /** Sets whether the user has consented to over-the-air updates. */
    void updateConsent(boolean given);

    /** Sets whether the car's system supports over-the-air updates. */
    void updateSupported(boolean supported);

    /** Sets whether the car's software is recent enough for remote diagnostics. */
    void softwareRecentEnough(boolean recent);

    /** Publishes a bundle of the release catalogue for this car. */
    void publish(String bundle);

    /**
     * Replaces the signing keys of a role, as after their theft.
     *
     * @param repository {@code director} or {@code image-repo}
     * @param role {@code root}, {@code timestamp}, {@code snapshot} or {@code targets}
     */
    void rotateKeys(String repository, String role);

    /** Takes back what is offered to this car. */
    void withdraw(String reason);

    /** The version that a bundle brings, as users read it. */
    String version(String bundle);
}

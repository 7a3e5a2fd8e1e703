package dev.underpin.cloud.registry;

/**
 * The account that a vehicle belongs to.
 *
 * @param vin the vehicle
 * @param user name of the user
 * @param registered whether the account is registered and active
 * @param otaConsent whether the user consents to updates over the air
 * @param otaSupported whether the vehicle's system supports updates over the air
 * @param diagnosticsSupported whether the vehicle's hardware supports remote diagnostics
 * @param phone registered phone number, empty when there is none
 * @param email registered mail address, empty when there is none
 */
public record Account(
        String vin,
        String user,
        boolean registered,
        boolean otaConsent,
        boolean otaSupported,
        boolean diagnosticsSupported,
        String phone,
        String email) {
    /** An account in good order: registered, consenting, supported, with contact details. */
    public static Account of(String vin, String user, String phone) {
        return new Account(
                vin, user, true, true, true, true, phone, user.toLowerCase(java.util.Locale.ROOT) + "@example.org");
    }

    public Account withRegistered(boolean now) {
        return new Account(vin, user, now, otaConsent, otaSupported, diagnosticsSupported, phone, email);
    }

    public Account withOtaConsent(boolean now) {
        return new Account(vin, user, registered, now, otaSupported, diagnosticsSupported, phone, email);
    }

    public Account withOtaSupported(boolean now) {
        return new Account(vin, user, registered, otaConsent, now, diagnosticsSupported, phone, email);
    }

    public Account withDiagnosticsSupported(boolean now) {
        return new Account(vin, user, registered, otaConsent, otaSupported, now, phone, email);
    }

    public Account withContact(String newPhone, String newEmail) {
        return new Account(vin, user, registered, otaConsent, otaSupported, diagnosticsSupported, newPhone, newEmail);
    }

    /** Whether technical support can reach the user. */
    public boolean reachable() {
        return !phone.isBlank() || !email.isBlank();
    }
}

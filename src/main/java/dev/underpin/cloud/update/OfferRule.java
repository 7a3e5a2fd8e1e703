package dev.underpin.cloud.update;

import dev.underpin.cloud.http.ApiError;
import dev.underpin.cloud.registry.Account;

/** Decides who may be offered an update: only registered accounts whose user consents and whose vehicle supports it. */
@FunctionalInterface
public interface OfferRule {
    /**
     * Passes, or refuses.
     *
     * @throws ApiError 403 {@code account-not-registered}, {@code ota-not-supported} or {@code consent-missing}
     */
    void check(Account account);

    /** The rule of the contract. */
    static OfferRule standard() {
        return account -> {
            if (!account.registered()) {
                throw new ApiError(403, "account-not-registered", "the vehicle has no registered account");
            }
            if (!account.otaSupported()) {
                throw new ApiError(
                        403, "ota-not-supported", "the vehicle's system does not support updates over the air");
            }
            if (!account.otaConsent()) {
                throw new ApiError(403, "consent-missing", "the user has not consented to updates over the air");
            }
        };
    }
}

package dev.underpin.cloud.http;

/** Is told of clients that were turned away at the door because their certificate is not for that way in. */
@FunctionalInterface
public interface Doorkeeper {
    /** {@code request} was refused with {@code refusal}; its path and its peer are all that may be believed of it. */
    void turnedAway(ApiRequest request, ApiError refusal);
}

package dev.underpin.cloud.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Endpoint {
    /**
     * The answer to {@code request}.
     *
     * @throws ApiError to refuse it
     */
    Reply answer(ApiRequest request);
}

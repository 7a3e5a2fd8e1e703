package dev.underpin.cloud.http;

/**
 * One path and method of the cloud.
 *
 * @param leg who may come this way
 * @param method HTTP method
 * @param template path with variables in braces, such as {@code /vehicle/v1/{vin}/offer}
 * @param endpoint what answers
 */
public record Route(Leg leg, String method, String template, Endpoint endpoint) {}

package dev.underpin.cloud.http;

import java.util.Map;

/**
 * The cloud's answer.
 *
 * @param status HTTP status
 * @param headers header names in lower case
 * @param body the body, empty when there is none
 */
public record CloudResponse(int status, Map<String, String> headers, byte[] body) {}

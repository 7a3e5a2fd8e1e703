package dev.underpin.uds.client;

import org.jspecify.annotations.Nullable;

/**
 * What one ECU said to a request that was addressed to all (ISO 14229-1:2020, 7.5 and 8.7.3; ISO 14229-2:2021, 7.2).
 *
 * @param ecu the ECU, by the name of its link
 * @param response its positive answer; null when it refused or kept silent after 0x78
 * @param error its refusal, or what it failed to do after 0x78; null when it answered
 * @param after nanoseconds from the last byte of the request to the answer
 */
public record FunctionalAnswer(
        String ecu,
        @Nullable UdsResponse response,
        @Nullable UdsError error,
        long after) {}

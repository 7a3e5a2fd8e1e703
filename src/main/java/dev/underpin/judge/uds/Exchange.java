package dev.underpin.judge.uds;

import java.util.List;

/**
 * A request and what answered it (ISO 14229-2:2021 clause 7).
 *
 * @param request the request
 * @param functional whether it was addressed to all control units
 * @param responses its responses in order
 * @param until up to when responses were awaited, vehicle time in nanoseconds
 */
public record Exchange(Message request, boolean functional, List<Message> responses, long until) {
    public Exchange {
        responses = List.copyOf(responses);
    }

    int sid() {
        return request.at(0);
    }

    /** Whether the tester wants no positive response. */
    boolean suppressed() {
        ServiceRule rule = ServiceRule.of(sid());
        return rule != null && rule.subFunction() && request.has(2) && request.at(1) >= ServiceRule.SUPPRESS;
    }

    /** Whether a response told the tester to wait. */
    boolean delayed() {
        return responses.stream().anyMatch(Message::pending);
    }
}

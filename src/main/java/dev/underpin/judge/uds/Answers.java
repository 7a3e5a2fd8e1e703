package dev.underpin.judge.uds;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a control unit may answer to a request, and when it has to be silent (ISO 14229-1:2020 clauses 7.5, 8.2 to 8.7 and 10 to 15). */
public final class Answers {
    private static final int TOO_SHORT = 0x13;
    private static final int UNKNOWN_SUB_FUNCTION = 0x12;
    private static final int SUB_FUNCTION_NOT_NOW = 0x7E;
    private static final int OUT_OF_SEQUENCE = 0x24;
    private static final int OUT_OF_RANGE = 0x31;
    private static final Set<Integer> UNKNOWN_SERVICE = Set.of(0x10, 0x11, 0x21);
    private static final Set<Integer> SILENT_WHEN_FUNCTIONAL = Set.of(0x11, 0x12, 0x31, 0x7E, 0x7F);

    /** Services that look at a number in the request, as a format or a routine, before at its whole length. */
    private static final Set<Integer> RANGE_BEFORE_LENGTH =
            Set.of(0x23, 0x2A, 0x2C, 0x2E, 0x2F, 0x31, 0x34, 0x35, 0x38, 0x3D);

    private Answers() {}

    /** What is wrong with the responses, in words; empty when nothing is. */
    public static Optional<String> complaint(Exchange exchange) {
        boolean finished = false;
        boolean delayed = false;
        for (Message response : exchange.responses()) {
            if (finished) {
                return Optional.of("%s came after the final response".formatted(response.words()));
            }
            Optional<String> words =
                    response.negative() ? refusal(exchange, response, delayed) : positive(exchange, response, delayed);
            if (words.isPresent()) {
                return words;
            }
            delayed |= response.pending();
            finished = !response.pending();
        }
        return Optional.empty();
    }

    /** What is wrong with there being no final response, in words; empty when it may be so. */
    public static Optional<String> silence(Exchange exchange) {
        List<Message> responses = exchange.responses();
        if (!responses.isEmpty() && !responses.getLast().pending()) {
            return Optional.empty();
        }
        if (exchange.delayed()) {
            return Optional.of("after response pending no final response came");
        }
        if (exchange.functional()) {
            return Optional.empty();
        }
        if (!exchange.suppressed()) {
            return Optional.of("no response came");
        }
        return fits(exchange)
                ? Optional.empty()
                : Optional.of(
                        "no response came to a request that cannot be right, although the suppress bit hides no refusal");
    }

    private static Optional<String> refusal(Exchange exchange, Message response, boolean delayed) {
        int nrc = response.nrc();
        if (nrc == 0) {
            return Optional.of("%s is no negative response of three bytes".formatted(response.words()));
        }
        if (exchange.functional() && !delayed && SILENT_WHEN_FUNCTIONAL.contains(nrc)) {
            return Optional.of("a functional request was refused with %02X instead of silence".formatted(nrc));
        }
        ServiceRule rule = ServiceRule.of(exchange.sid());
        if (rule == null) {
            return known(nrc, UNKNOWN_SERVICE) ? Optional.empty() : wrong(nrc, "a service that the standard has not");
        }
        if (!rule.allows(nrc)) {
            return wrong(nrc, "service %02X, which has no such code".formatted(rule.sid()));
        }
        return order(rule, exchange.request(), nrc);
    }

    private static Optional<String> order(ServiceRule rule, Message request, int nrc) {
        if (nrc == 0x78 || known(nrc, ServiceRule.EARLY)) {
            return Optional.empty();
        }
        if (rule.subFunction() && !request.has(2)) {
            return nrc == TOO_SHORT ? Optional.empty() : wrong(nrc, "a request without its sub-function");
        }
        boolean routine = rule.sid() == 0x31;
        if (!routine && RequestShape.reserved(rule, request)) {
            return nrc == UNKNOWN_SUB_FUNCTION ? Optional.empty() : wrong(nrc, "a reserved sub-function");
        }
        if (!RequestShape.whole(rule, request)) {
            boolean before = nrc == TOO_SHORT
                    || nrc == UNKNOWN_SUB_FUNCTION
                    || nrc == SUB_FUNCTION_NOT_NOW
                    || nrc == OUT_OF_SEQUENCE
                    || (nrc == OUT_OF_RANGE && RANGE_BEFORE_LENGTH.contains(rule.sid()));
            return before ? Optional.empty() : wrong(nrc, "a request of wrong length");
        }
        return Optional.empty();
    }

    private static Optional<String> positive(Exchange exchange, Message response, boolean delayed) {
        ServiceRule rule = ServiceRule.of(exchange.sid());
        if (rule == null) {
            return Optional.of("a service that the standard has not was answered with %s".formatted(response.words()));
        }
        if (exchange.suppressed() && !delayed) {
            return Optional.of("%s was sent although its suppression was asked for".formatted(response.words()));
        }
        if (!fits(exchange)) {
            return Optional.of(
                    "%s answers a request whose length or sub-function cannot be right".formatted(response.words()));
        }
        return Echo.complaint(rule, exchange.request(), response);
    }

    private static boolean fits(Exchange exchange) {
        ServiceRule rule = ServiceRule.of(exchange.sid());
        return rule != null
                && RequestShape.whole(rule, exchange.request())
                && !RequestShape.reserved(rule, exchange.request());
    }

    private static boolean known(int nrc, Set<Integer> codes) {
        return codes.contains(nrc) || (nrc >= 0xF0 && nrc <= 0xFE);
    }

    private static Optional<String> wrong(int nrc, String what) {
        return Optional.of("%02X was given to %s".formatted(nrc, what));
    }
}

package dev.underpin.judge.uds;

import java.util.Map;
import java.util.Optional;

/** What a positive response has to repeat of its request, and how long it has to be (ISO 14229-1:2020 clauses 10 to 15). */
final class Echo {
    private static final Map<Integer, Integer> EXACT = Map.ofEntries(
            Map.entry(0x10, 6),
            Map.entry(0x14, 1),
            Map.entry(0x28, 2),
            Map.entry(0x2A, 1),
            Map.entry(0x2E, 3),
            Map.entry(0x3E, 2),
            Map.entry(0x85, 2),
            Map.entry(0x87, 2));
    private static final Map<Integer, Integer> AT_LEAST =
            Map.of(0x23, 2, 0x24, 4, 0x29, 3, 0x34, 3, 0x35, 3, 0x84, 10, 0x86, 3);
    private static final int READ = 0x22;
    private static final int WRITE_MEMORY = 0x3D;

    private Echo() {}

    static Optional<String> complaint(ServiceRule rule, Message request, Message response) {
        int shortest = AT_LEAST.getOrDefault(rule.sid(), 1 + rule.echo());
        int exact = EXACT.getOrDefault(rule.sid(), response.length());
        if (response.length() != exact || response.length() < shortest) {
            return Optional.of("%s has a wrong length".formatted(response.words()));
        }
        for (int index = 1; index <= rule.echo(); index++) {
            boolean subFunction = index == 1 && rule.subFunction();
            int asked = request.at(index) & (subFunction ? ~ServiceRule.SUPPRESS : ~0);
            if (response.at(index) != asked) {
                return Optional.of(
                        "%s repeats byte %d of %s wrongly".formatted(response.words(), index, request.words()));
            }
        }
        return switch (rule.sid()) {
            case READ -> read(request, response);
            case WRITE_MEMORY -> address(request, response);
            default -> Optional.empty();
        };
    }

    /** The first identifier told is one of those asked for. */
    private static Optional<String> read(Message request, Message response) {
        boolean asked = false;
        for (int index = 1; response.has(3) && index + 1 < request.pdu().length; index += 2) {
            asked |= request.at(index) == response.at(1) && request.at(index + 1) == response.at(2);
        }
        return asked ? Optional.empty() : Optional.of("%s tells what was not asked".formatted(response.words()));
    }

    private static Optional<String> address(Message request, Message response) {
        for (int index = 1; index < response.pdu().length; index++) {
            if (response.at(index) != request.at(index)) {
                return Optional.of("%s repeats another address".formatted(response.words()));
            }
        }
        return Optional.empty();
    }
}

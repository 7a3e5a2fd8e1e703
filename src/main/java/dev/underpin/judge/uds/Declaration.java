package dev.underpin.judge.uds;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a control unit says that it offers, as far as it shows in plain answers (ISO 14229-1:2020 clause 8.7).
 *
 * @param services service identifier to the sessions (1 default, 2 programming, 3 extended) in which it is there
 * @param locked services that ask for security access or a role
 * @param dids data identifiers that can be read in every session, with the bytes of each
 */
public record Declaration(Map<Integer, Set<Integer>> services, Set<Integer> locked, Map<Integer, Integer> dids) {
    private static final int BUSY = 0x21;
    private static final int NOT_SUPPORTED = 0x11;
    private static final int NOT_IN_SESSION = 0x7F;
    private static final int READ = 0x22;
    private static final Set<Integer> DENIED = Set.of(0x33, 0x34, 0x38);
    private static final int FIRST_DYNAMIC = 0xF200;
    private static final int LAST_DYNAMIC = 0xF3FF;

    public Declaration {
        services = Map.copyOf(services);
        locked = Set.copyOf(locked);
        dids = Map.copyOf(dids);
    }

    /** What of the final response does not agree with it in that session, in words; empty when all does. */
    public Optional<String> complaint(Exchange exchange, int session) {
        if (exchange.responses().isEmpty() || exchange.responses().getFirst().nrc() == BUSY) {
            return Optional.empty();
        }
        Message answer = exchange.responses().getLast();
        Set<Integer> sessions = services.get(exchange.sid());
        if (sessions == null) {
            return must(answer, NOT_SUPPORTED, "a service that is not declared");
        }
        if (!sessions.contains(session)) {
            return must(answer, NOT_IN_SESSION, "a service that is not declared for session " + session);
        }
        int nrc = answer.nrc();
        if (nrc == NOT_SUPPORTED || nrc == NOT_IN_SESSION) {
            return Optional.of("%02X was given to a service declared for session %d".formatted(nrc, session));
        }
        boolean denied = DENIED.contains(nrc) && !exchange.request().has(2) && !locked.contains(exchange.sid());
        if (denied) {
            return Optional.of("%02X was given to a service that is declared open".formatted(nrc));
        }
        return exchange.sid() == READ && !answer.negative() ? read(answer) : Optional.empty();
    }

    private static Optional<String> must(Message answer, int nrc, String what) {
        return answer.nrc() == nrc
                ? Optional.empty()
                : Optional.of("%s and not %02X was given to %s".formatted(answer.words(), nrc, what));
    }

    /** Walks the identifiers of a read; those that a tester has defined end the walk. */
    private Optional<String> read(Message answer) {
        int index = 1;
        while (index < answer.pdu().length) {
            if (!answer.has(index + 2)) {
                return Optional.of("%s ends within an identifier".formatted(answer.words()));
            }
            int did = answer.at(index) << 8 | answer.at(index + 1);
            if (did >= FIRST_DYNAMIC && did <= LAST_DYNAMIC) {
                return Optional.empty();
            }
            Integer bytes = dids.get(did);
            if (bytes == null) {
                return Optional.of("%s tells %04X, which is not declared".formatted(answer.words(), did));
            }
            index += 2 + bytes;
        }
        return index == answer.pdu().length
                ? Optional.empty()
                : Optional.of("%s ends within a value".formatted(answer.words()));
    }
}

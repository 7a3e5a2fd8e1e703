package dev.underpin.judge.remote;

import dev.underpin.history.Entry;
import dev.underpin.history.Kind;
import dev.underpin.judge.fact.Facts;
import dev.underpin.judge.fact.Http;
import dev.underpin.judge.fact.Sign;
import java.util.Optional;

/** Signs that several rows look for. */
final class Signs {
    static final Sign OPENING = Http.done("vehicle", "POST", "/vehicle/v1/[^/]+/sessions");
    static final Sign SNAPSHOT = Http.done("vehicle", "PUT", "/vehicle/v1/[^/]+/sessions/[^/]+/snapshot");
    static final Sign COMMAND = Http.done("desk", "POST", "/desk/v1/sessions/[^/]+/commands");
    static final Sign CLOSE = Http.done("desk", "POST", "/desk/v1/sessions/[^/]+/close");
    static final Sign AUDIT = Http.done("desk", "GET", "/desk/v1/audit");
    static final Sign INTRUSION = Sign.of("a call of an intruder", Kind.HTTP, entry -> entry.is("leg", "intruder"));
    static final Sign FAULT = Sign.of("a fault", Kind.FAULT, entry -> entry.is("state", "injected"));
    static final Sign HEALED = Sign.of("the end of a fault", Kind.FAULT, entry -> entry.is("state", "healed"));

    private Signs() {}

    /** The injection of a fault of that kind. */
    static Sign fault(String kind) {
        return FAULT.where(entry -> entry.is("fault", kind)).called("the fault " + kind);
    }

    /** Whether a fault of that kind was injected. */
    static boolean injected(Facts facts, String kind) {
        return fault(kind).first(facts).isPresent();
    }

    /** The result of the last command of the desk that {@code commands} finds, as the vehicle posted it. */
    static Optional<Entry> result(Facts facts, Sign commands) {
        return commands.last(facts).flatMap(command -> result(facts, command));
    }

    /** The result of one command of the desk, as the vehicle posted it. */
    static Optional<Entry> result(Facts facts, Entry command) {
        String id = Http.response(command).path("commandId").asString("");
        return results(id).first(facts);
    }

    /** The vehicle's posts of the result of a command, whatever the answer. */
    static Sign results(String commandId) {
        return Http.asked("vehicle", "POST", "/vehicle/v1/[^/]+/sessions/[^/]+/results")
                .where(entry ->
                        Http.request(entry).path("commandId").asString("").equals(commandId))
                .called("the result of command " + commandId);
    }

    /** The answer's status. */
    static int status(Entry exchange) {
        return exchange.number("status").map(Double::intValue).orElse(0);
    }
}

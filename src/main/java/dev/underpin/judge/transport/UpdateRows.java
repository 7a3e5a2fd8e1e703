package dev.underpin.judge.transport;

import dev.underpin.judge.Promise;
import java.util.List;

/** Rows T1 to T15 of the updates' fault catalogue: faults between the gateway and a control unit that is being programmed. */
final class UpdateRows {
    private UpdateRows() {}

    static List<Promise> all() {
        return List.of();
    }
}

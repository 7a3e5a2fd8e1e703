package dev.underpin.uds.server;

import dev.underpin.uds.NegativeResponse;
import dev.underpin.uds.Nrc;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which declared range a request means: 0x31 outside of all that the session has, then 0x33 and 0x34. */
final class MemoryMap {
    private final EcuDiagnostics ecu;
    private final ServerState state;

    MemoryMap(EcuDiagnostics ecu, ServerState state) {
        this.ecu = ecu;
        this.state = state;
    }

    MemoryRange readable(MemoryAddress asked) {
        return reachable(asked, MemoryRange::readAccess);
    }

    MemoryRange writable(MemoryAddress asked) {
        return reachable(asked, MemoryRange::writeAccess);
    }

    private MemoryRange reachable(MemoryAddress asked, Function<MemoryRange, @Nullable Access> way) {
        for (MemoryRange range : ecu.memory()) {
            Access access = way.apply(range);
            if (range.covers(asked) && access != null && state.available(access)) {
                state.requireUnlocked(access);
                return range;
            }
        }
        throw new NegativeResponse(Nrc.OUT_OF_RANGE);
    }
}

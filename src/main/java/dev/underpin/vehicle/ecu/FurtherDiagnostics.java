package dev.underpin.vehicle.ecu;

import dev.underpin.uds.Session;
import dev.underpin.uds.Sid;
import dev.underpin.uds.server.Access;
import dev.underpin.uds.server.DataIdentifier;
import dev.underpin.uds.server.LinkRates;
import dev.underpin.uds.server.MemoryRange;
import dev.underpin.uds.server.Output;
import dev.underpin.vehicle.ecu.table.DidAccess;
import dev.underpin.vehicle.ecu.table.EcuSpec;
import dev.underpin.vehicle.ecu.table.MemorySpec;
import dev.underpin.vehicle.ecu.table.Scaling;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What the table gives a control unit beyond the usual services. */
final class FurtherDiagnostics {
    private final EcuSpec spec;
    private final BoundValues bound;
    private final IntFunction<@Nullable DataIdentifier> data;
    private final List<MemoryRange> memory;
    private final LongConsumer bitRate;

    FurtherDiagnostics(
            EcuSpec spec,
            BoundValues bound,
            NonVolatile storage,
            IntFunction<@Nullable DataIdentifier> data,
            LongConsumer bitRate) {
        this.spec = spec;
        this.bound = bound;
        this.data = data;
        this.bitRate = bitRate;
        memory = spec.further().memory().stream()
                .map(range -> range(range, storage))
                .toList();
    }

    List<MemoryRange> memory() {
        return memory;
    }

    byte @Nullable [] scaling(int did) {
        return spec.did(did).map(Scaling::of).orElse(null);
    }

    @Nullable
    Output output(int did) {
        return spec.did(did)
                .filter(declared -> declared.access().contains(DidAccess.CONTROL))
                .map(declared -> BoundOutput.of(
                        declared, bound.control(declared.name()), Objects.requireNonNull(data.apply(did))))
                .orElse(null);
    }

    /** The rates at which the table lets its controller run; the first is that of its bus. */
    @Nullable
    LinkRates linkRates() {
        return spec.service(Sid.LINK_CONTROL).isPresent()
                ? new ControllerRates(spec.further().bitRates(), bitRate)
                : null;
    }

    private static MemoryRange range(MemorySpec range, NonVolatile storage) {
        Access read = range.unlocked() ? Access.NOT_DEFAULT.unlocked(1) : Access.ANYWHERE;
        Access write = range.writable() ? Access.in(Session.EXTENDED).unlocked(1) : null;
        return new MemoryRange(range.address(), range.size(), read, write, new StoredCells(range, storage));
    }

    private record ControllerRates(List<Long> rates, LongConsumer bitRate) implements LinkRates {
        @Override
        public boolean possible(long bitsPerSecond) {
            return rates.contains(bitsPerSecond);
        }

        @Override
        public void change(long bitsPerSecond) {
            bitRate.accept(bitsPerSecond);
        }

        @Override
        public void restore() {
            bitRate.accept(rates.getFirst());
        }
    }
}
